"""The network that names the emotion of one face."""

import torch
from torch import nn

PICTURE_PX = 48
LABELS = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
# Movements of a face that are learnt beside its emotion: MediaPipe's blendshapes, left and right as one mean.
MOVEMENTS = (
    "browDown",
    "browInnerUp",
    "browOuterUp",
    "cheekSquint",
    "eyeBlink",
    "eyeLookDown",
    "eyeSquint",
    "eyeWide",
    "jawOpen",
    "mouthFrown",
    "mouthFunnel",
    "mouthLowerDown",
    "mouthPress",
    "mouthPucker",
    "mouthRollLower",
    "mouthRollUpper",
    "mouthShrugLower",
    "mouthShrugUpper",
    "mouthSmile",
    "mouthStretch",
    "mouthUpperUp",
    "noseSneer",
)


class Standardise(nn.Module):
    """Takes each picture's own mean and scale out, so that the light of a room matters less."""

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        centred = pictures - pictures.mean(dim=(2, 3), keepdim=True)
        variance = (centred * centred).mean(dim=(2, 3), keepdim=True)
        # The floor keeps a flat picture (a wall, a black frame) flat instead of amplifying noise.
        return centred / torch.sqrt(variance + 1e-3)


class SqueezeExcitation(nn.Module):
    """Hu et al. 2018, Squeeze-and-Excitation Networks."""

    def __init__(self, channels: int, reduction: int = 8):
        super().__init__()
        self.squeeze = nn.Conv2d(channels, channels // reduction, 1)
        self.excite = nn.Conv2d(channels // reduction, channels, 1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        pooled = features.mean(dim=(2, 3), keepdim=True)
        return features * torch.sigmoid(self.excite(torch.relu(self.squeeze(pooled))))


class ResidualBlock(nn.Module):
    def __init__(self, channels_in: int, channels_out: int, stride: int):
        super().__init__()
        self.first = nn.Conv2d(channels_in, channels_out, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(channels_out)
        self.second = nn.Conv2d(channels_out, channels_out, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(channels_out)
        self.excitation = SqueezeExcitation(channels_out)
        self.shortcut = (
            nn.Identity()
            if stride == 1 and channels_in == channels_out
            else nn.Sequential(
                nn.Conv2d(channels_in, channels_out, 1, stride, bias=False),
                nn.BatchNorm2d(channels_out),
            )
        )

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        inner = torch.relu(self.first_norm(self.first(features)))
        inner = self.excitation(self.second_norm(self.second(inner)))
        return torch.relu(inner + self.shortcut(features))


class EmotionNet(nn.Module):
    """Grey pictures (n, 1, 48, 48), 0..1, to logits (n, 7) in the order of LABELS.

    `blocks` lists (channels, stride) of the residual blocks behind a stem of `stem` channels.
    """

    def __init__(self, stem: int, blocks: list[tuple[int, int]], dropout: float):
        super().__init__()
        self.standardise = Standardise()
        self.stem = nn.Conv2d(1, stem, 3, 1, 1, bias=False)
        self.stem_norm = nn.BatchNorm2d(stem)
        layers, channels = [], stem
        for width, stride in blocks:
            layers.append(ResidualBlock(channels, width, stride))
            channels = width
        self.blocks = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(channels, len(LABELS))
        self.movements = nn.Linear(channels, len(MOVEMENTS))

    def features_of(self, pictures: torch.Tensor) -> torch.Tensor:
        features = torch.relu(self.stem_norm(self.stem(self.standardise(pictures))))
        return self.dropout(self.blocks(features).mean(dim=(2, 3)))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.head(self.features_of(pictures))

    def with_movements(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Beside the logits, MOVEMENTS (n, 22) in standard deviations from their mean in the training set."""
        features = self.features_of(pictures)
        return self.head(features), self.movements(features)


SHAPES = {
    "standard": dict(
        stem=16, blocks=[(64, 2), (128, 2), (128, 1), (256, 2), (256, 1)], dropout=0.3
    ),
    # A teacher, too slow for the product: trained on a GPU, asked for its opinion by the training of the other.
    "wide": dict(
        stem=32, blocks=[(128, 2), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1)], dropout=0.4
    ),
}

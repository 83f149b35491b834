"""The network that finds faces: one shot, no anchors, any size of picture."""

import copy
from pathlib import Path

import onnx
import torch
from torch import nn
from torch.nn import functional

STRIDES = (8, 16, 32)
FULL_LIGHT = 128.0
VALUES = 15  # score, centre x y, log width height, five landmarks x y


def pointwise(channels_in: int, channels_out: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels_in, channels_out, 1, bias=False), nn.BatchNorm2d(channels_out))


class Separable(nn.Module):
    """3x3 a channel, then 1x1 to the new width (Howard et al. 2017, MobileNets), with a shortcut where shape allows."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1):
        super().__init__()
        self.look = nn.Sequential(
            nn.Conv2d(channels_in, channels_in, 3, stride, 1, groups=channels_in, bias=False),
            nn.BatchNorm2d(channels_in),
        )
        self.mix = pointwise(channels_in, channels_out)
        self.keeps = stride == 1 and channels_in == channels_out

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        made = self.mix(torch.relu(self.look(features)))
        return torch.relu(features + made if self.keeps else made)


class DetectorNet(nn.Module):
    """BGR pictures (n, 3, h, w), 0..255, h and w multiples of 32, to one map (n, 15, h/S, w/S) a stride S.

    Channel 0 is the score's logit; the rest as `FACE_CELLS` in the card says.
    """

    def __init__(self, early=(16, 24, 48), middle: int = 96, late: int = 192, neck: int = 48):
        super().__init__()
        first, second, third = early
        self.stem = nn.Sequential(
            nn.Conv2d(3, first, 3, 2, 1, bias=False), nn.BatchNorm2d(first), nn.ReLU(inplace=True)
        )
        self.quarter = nn.Sequential(Separable(first, second, 2), Separable(second, second))
        self.eighth = nn.Sequential(Separable(second, third, 2), Separable(third, third), Separable(third, third))
        self.sixteenth = nn.Sequential(
            Separable(third, middle, 2), Separable(middle, middle), Separable(middle, middle), Separable(middle, middle)
        )
        self.thirtysecond = nn.Sequential(
            Separable(middle, late, 2), Separable(late, late), Separable(late, late), Separable(late, late)
        )
        self.lateral = nn.ModuleList([pointwise(width, neck) for width in (third, middle, late)])
        self.heads = nn.ModuleList(
            [
                nn.Sequential(*[Separable(neck, neck) for _ in range(depth)], nn.Conv2d(neck, VALUES, 1))
                for depth in (1, 2, 2)
            ]
        )
        for head in self.heads:
            nn.init.normal_(head[-1].weight, std=0.01)
            nn.init.zeros_(head[-1].bias)
            # Almost every cell is empty: begin by saying so (Lin et al. 2017, Focal Loss).
            head[-1].bias.data[0] = -4.6

    def forward(self, pictures: torch.Tensor) -> list[torch.Tensor]:
        return self.levels(pictures / FULL_LIGHT)

    def levels(self, scaled: torch.Tensor) -> list[torch.Tensor]:
        features = self.quarter(self.stem(scaled))
        fine = self.eighth(features)
        middle = self.sixteenth(fine)
        coarse = self.lateral[2](self.thirtysecond(middle))
        middle = self.lateral[1](middle) + functional.interpolate(coarse, scale_factor=2.0, mode="nearest")
        fine = self.lateral[0](fine) + functional.interpolate(middle, scale_factor=2.0, mode="nearest")
        return [head(level) for head, level in zip(self.heads, (fine, middle, coarse))]


class Released(nn.Module):
    """The net as it is exported: the score as a part of one, the input's scale inside the first weights."""

    def __init__(self, net: DetectorNet):
        super().__init__()
        self.net = copy.deepcopy(net).eval()
        self.net.stem[0].weight.data /= FULL_LIGHT

    def forward(self, pictures: torch.Tensor):
        return tuple(torch.cat([torch.sigmoid(m[:, :1]), m[:, 1:]], 1) for m in self.net.levels(pictures))


@torch.no_grad()
def restored(model: Path, pictures: torch.Tensor) -> DetectorNet:
    """A released net to train on: the norms that were folded into its weights get statistics again, those of `pictures`.

    It answers as the released one does, up to rounding.
    """
    graph = onnx.load(model).graph
    stored = {tensor.name: torch.from_numpy(onnx.numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    convolutions = iter([node for node in graph.node if node.op_type == "Conv"])
    net = DetectorNet().eval()
    norms = {}
    for container in net.modules():
        if isinstance(container, nn.Sequential):
            norms |= {a: b for a, b in zip(container, list(container)[1:]) if isinstance(b, nn.BatchNorm2d)}

    def load(layer: nn.Conv2d, _inputs) -> None:
        _, weight, bias = next(convolutions).input
        layer.weight.copy_(stored[weight] * (FULL_LIGHT if layer is net.stem[0] else 1.0))
        (norms[layer] if layer in norms else layer).bias.copy_(stored[bias])

    def fit(layer: nn.Conv2d, _inputs, output: torch.Tensor) -> None:
        if layer in norms:
            norm = norms[layer]
            norm.running_mean.copy_(output.mean((0, 2, 3)))
            norm.running_var.copy_(output.var((0, 2, 3)))
            norm.weight.copy_((norm.running_var + norm.eps).sqrt())
            norm.bias.add_(norm.running_mean)

    hooks = []
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d):
            hooks += [layer.register_forward_pre_hook(load), layer.register_forward_hook(fit)]
    net(pictures)
    for hook in hooks:
        hook.remove()
    return net


def mean(one: DetectorNet, other: DetectorNet) -> DetectorNet:
    """A net whose weights are the mean of both, the second of which continued from the first."""
    net = copy.deepcopy(one)
    theirs = other.state_dict()
    net.load_state_dict({k: (v + theirs[k]) / 2 if v.dtype.is_floating_point else v for k, v in one.state_dict().items()})
    return net


def keep(net: DetectorNet, file: Path) -> None:
    """The weights in half precision, to continue from."""
    torch.save({k: v.half() if v.dtype.is_floating_point else v for k, v in net.state_dict().items()}, file)


def kept(file: Path) -> DetectorNet:
    net = DetectorNet()
    weights = torch.load(file)
    net.load_state_dict({k: v.float() if v.dtype.is_floating_point else v for k, v in weights.items()})
    return net

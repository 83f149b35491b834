// What org.otklik.vision does before and after the models, number for number: the same picture has
// the same answer on the server and in the page. OnDeviceIT holds the two together. A picture is
// {width, height, data}, the data RGBA as a canvas has it; a box is [x, y, width, height] in its
// pixels, landmarks are ten numbers, x before y.
window.otklikDevicePipeline = (function () {
  'use strict';

  const MAX_HEIGHT = 2; // InputSize: of the width
  const PLANES = 15; // FaceCells: score, centre, log of the size, five landmarks
  const LANDMARKS = 5;
  const SAME_FACE_OVERLAP = 0.7; // FaceCells
  const MIN_SHARE_WITHIN = 0.5; // FaceObserver
  const MIN_CONTRAST = 2; // FaceObserver
  const SIDE = 48; // GreyFigures, and what the classifier is given
  // HeadPose: a generic adult head, in millimetres
  const HEAD = [[-31.5, 0, 0], [31.5, 0, 0], [0, 35, -28], [-25.5, 65, -2], [25.5, 65, -2]];
  const INVERSE = pseudoInverse();
  const f32 = Math.fround;

  // --- Images, as OpenCV does it

  /** Half to even, as the processor does. */
  function round(value) {
    const floor = Math.floor(value);
    const rest = value - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  }

  const level = (value) => Math.max(0, Math.min(255, round(value)));

  /** COLOR_BGR2GRAY of 8 bits: in parts of 2^15. */
  function grey(red, green, blue) {
    return (9798 * red + 19235 * green + 3735 * blue + 16384) >> 15;
  }

  /** Of each target pixel: [source pixel, weight], by INTER_AREA. */
  function areaWeights(from, to) {
    const scale = from / to;
    const all = [];
    for (let d = 0; d < to; d++) {
      const start = d * scale;
      const end = start + scale;
      const cell = Math.min(scale, from - start);
      const last = Math.min(Math.floor(end), from - 1);
      const first = Math.min(Math.ceil(start), last);
      const weights = [];
      if (first - start > 1e-3) {
        weights.push([first - 1, f32((first - start) / cell)]);
      }
      for (let s = first; s < last; s++) {
        weights.push([s, f32(1 / cell)]);
      }
      if (end - last > 1e-3) {
        weights.push([last, f32(Math.min(Math.min(end - last, 1), cell) / cell)]);
      }
      all.push(weights);
    }
    return all;
  }

  /** Of each target pixel: [source pixel, the next one, weight of the next in parts of 2048]. */
  function linearWeights(from, to) {
    const all = [];
    for (let d = 0; d < to; d++) {
      let part = f32((d + 0.5) * (from / to) - 0.5);
      let at = Math.floor(part);
      part = f32(part - at);
      if (at < 0) {
        at = 0;
        part = 0;
      }
      if (at >= from - 1) {
        at = from - 1;
        part = 0;
      }
      all.push([at, Math.min(at + 1, from - 1), round(part * 2048)]);
    }
    return all;
  }

  /** One channel of 8 bits, scaled by resize: INTER_AREA where it shrinks, else INTER_LINEAR. */
  function resize(levels, width, height, toWidth, toHeight) {
    if (width === toWidth && height === toHeight) {
      return levels;
    }
    return toWidth < width || toHeight < height
      ? shrink(levels, width, height, toWidth, toHeight, level)
      : enlarge(levels, width, height, toWidth, toHeight);
  }

  function shrink(levels, width, height, toWidth, toHeight, rounded) {
    if (width === 2 * toWidth && height === 2 * toHeight && rounded === level) {
      return halve(levels, width, toWidth, toHeight);
    }
    const columns = areaWeights(width, toWidth);
    const rows = areaWeights(height, toHeight);
    const result = new Float32Array(toWidth * toHeight);
    for (let y = 0; y < toHeight; y++) {
      for (let x = 0; x < toWidth; x++) {
        let sum = 0;
        for (const [row, ofRow] of rows[y]) {
          let inRow = 0;
          for (const [column, ofColumn] of columns[x]) {
            inRow += levels[row * width + column] * ofColumn;
          }
          sum += inRow * ofRow;
        }
        result[y * toWidth + x] = rounded(f32(sum));
      }
    }
    return result;
  }

  /** By two OpenCV counts in whole numbers, and rounds a half up. */
  function halve(levels, width, toWidth, toHeight) {
    const result = new Float32Array(toWidth * toHeight);
    for (let y = 0; y < toHeight; y++) {
      for (let x = 0; x < toWidth; x++) {
        const at = 2 * y * width + 2 * x;
        result[y * toWidth + x] = (levels[at] + levels[at + 1] + levels[at + width] + levels[at + width + 1] + 2) >> 2;
      }
    }
    return result;
  }

  function enlarge(levels, width, height, toWidth, toHeight) {
    const columns = linearWeights(width, toWidth);
    const rows = linearWeights(height, toHeight);
    const result = new Float32Array(toWidth * toHeight);
    const across = (row, [at, next, part]) => levels[row * width + at] * (2048 - part) + levels[row * width + next] * part;
    for (let y = 0; y < toHeight; y++) {
      const [above, below, part] = rows[y];
      for (let x = 0; x < toWidth; x++) {
        const upper = ((2048 - part) * (across(above, columns[x]) >> 4)) >> 16;
        const lower = (part * (across(below, columns[x]) >> 4)) >> 16;
        result[y * toWidth + x] = Math.max(0, Math.min(255, (upper + lower + 2) >> 2));
      }
    }
    return result;
  }

  // --- Before the detector: InputSize, FrameTensor

  function inputSize(picture, model) {
    const scale = Math.min(model.widthPx / picture.width, MAX_HEIGHT * model.widthPx / picture.height);
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const padded = (size) => Math.floor((size + model.sizeMultiple - 1) / model.sizeMultiple) * model.sizeMultiple;
    return {width, height, paddedWidth: padded(width), paddedHeight: padded(height)};
  }

  /** Blue first, padded with black. */
  function frameTensor(picture, model) {
    const size = inputSize(picture, model);
    const plane = size.paddedWidth * size.paddedHeight;
    const values = new Float32Array(3 * plane);
    const channel = new Uint8Array(picture.width * picture.height);
    for (let c = 0; c < 3; c++) {
      for (let i = 0; i < channel.length; i++) {
        channel[i] = picture.data[4 * i + 2 - c];
      }
      const scaled = resize(channel, picture.width, picture.height, size.width, size.height);
      values.fill(model.black[c], c * plane, (c + 1) * plane);
      for (let y = 0; y < size.height; y++) {
        for (let x = 0; x < size.width; x++) {
          values[c * plane + y * size.paddedWidth + x] = scaled[y * size.width + x] * model.step[c] + model.black[c];
        }
      }
    }
    return {size, values, shape: [1, 3, size.paddedHeight, size.paddedWidth]};
  }

  // --- After it: FaceCells, FaceBox

  /** The faces, the best score first. @param outputs arrays, one a stride */
  function faces(outputs, size, picture, model) {
    const scaleX = picture.width / size.width;
    const scaleY = picture.height / size.height;
    const candidates = [];
    model.strides.forEach((stride, place) => {
      const values = outputs[place];
      const columns = size.paddedWidth / stride;
      const count = columns * (size.paddedHeight / stride);
      if (values.length !== PLANES * count) {
        throw new Error('The detector answered ' + values.length + ' values at stride ' + stride);
      }
      for (let cell = 0; cell < count; cell++) {
        if (values[cell] >= model.scoreThreshold) {
          candidates.push(cellFace(values, cell, count, columns, stride, scaleX, scaleY));
        }
      }
    });
    candidates.sort((a, b) => b.score - a.score || a.box[0] - b.box[0] || a.box[1] - b.box[1]);
    const kept = [];
    for (const one of candidates) {
      if (!kept.some((face) => isSame(face.box, one.box, model.nmsIou))) {
        kept.push(one);
      }
    }
    return kept;
  }

  function cellFace(values, cell, count, columns, stride, scaleX, scaleY) {
    const value = (place) => values[(1 + place) * count + cell];
    const x = (place) => ((cell % columns) + 0.5 + value(place)) * stride;
    const y = (place) => (Math.floor(cell / columns) + 0.5 + value(place)) * stride;
    const width = Math.exp(value(2)) * stride;
    const height = Math.exp(value(3)) * stride;
    const landmarks = [];
    for (let i = 0; i < LANDMARKS; i++) {
      landmarks.push(f32(x(4 + 2 * i) * scaleX), f32(y(5 + 2 * i) * scaleY));
    }
    return {
      score: values[cell],
      box: [f32((x(0) - width / 2) * scaleX), f32((y(1) - height / 2) * scaleY), f32(width * scaleX), f32(height * scaleY)],
      landmarks,
    };
  }

  const area = (box) => f32(box[2] * box[3]);

  function intersection(one, other) {
    const width = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0]);
    const height = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1]);
    return width <= 0 || height <= 0 ? 0 : width * height;
  }

  /** A box that mostly lies in another one is the same face, seen at another scale. */
  function isSame(one, other, nmsIou) {
    const both = intersection(one, other);
    const smaller = Math.min(area(one), area(other));
    return both / (area(one) + area(other) - both) > nmsIou || (smaller > 0 && both / smaller > SAME_FACE_OVERLAP);
  }

  function shareWithin(box, picture) {
    return intersection(box, [0, 0, picture.width, picture.height]) / area(box);
  }

  // --- Before the classifier: FaceSquare, FaceCropper

  function faceSquare(face, picture, model) {
    const [left, top, width, height] = face.box;
    const greatest = 2 * Math.max(picture.width, picture.height);
    const side = ((width + height) / 2) * (1 + model.cropMargin);
    const square = {
      x: f32(left + f32(width / 2)),
      y: f32(top + f32(height / 2)),
      side: Math.max(1, Math.min(side, greatest)),
      cosine: 1,
      sine: 0,
    };
    const dx = face.landmarks[2] - face.landmarks[0];
    const dy = face.landmarks[3] - face.landmarks[1];
    const length = Math.hypot(dx, dy);
    if (model.alignment === 'ROLL' && length > 0 && side >= 1 && side <= greatest) {
      square.cosine = dx / length;
      square.sine = dy / length;
    }
    return square;
  }

  /** The face in grey, 48 rows of 48 levels of 0..255. */
  function crop(picture, square) {
    const isUpright = square.sine === 0 && square.cosine > 0;
    const bounds = square.side * (Math.abs(square.cosine) + Math.abs(square.sine));
    const side = Math.max(1, Math.round(bounds) + (isUpright ? 0 : 2));
    const left = Math.round(square.x - side / 2);
    const top = Math.round(square.y - side / 2);
    const taken = greySquare(picture, left, top, side);
    return isUpright ? resize(taken, side, side, SIDE, SIDE) : turned(taken, side, left, top, square);
  }

  /** Beyond the picture its border is repeated. */
  function greySquare(picture, left, top, side) {
    const levels = new Uint8Array(side * side);
    for (let y = 0; y < side; y++) {
      const row = Math.max(0, Math.min(picture.height - 1, top + y));
      for (let x = 0; x < side; x++) {
        const at = 4 * (row * picture.width + Math.max(0, Math.min(picture.width - 1, left + x)));
        levels[y * side + x] = grey(picture.data[at], picture.data[at + 1], picture.data[at + 2]);
      }
    }
    return levels;
  }

  /** Where OpenCV's warpAffine looks: places in parts of 1024, rounded to a 32nd of a pixel. */
  const fixedPoint = (px) => round(px * 1024);
  const HALF_STEP = 16;

  /** warpAffine in floating point to a whole multiple of the crop, which is shrunk, then rounded. */
  function turned(levels, side, left, top, square) {
    const sidePx = SIDE * Math.max(1, Math.ceil(square.side / SIDE));
    const step = square.side / sidePx;
    const from = 0.5 * step - square.side / 2;
    const startX = square.x + square.cosine * from - square.sine * from - left - 0.5;
    const startY = square.y + square.sine * from + square.cosine * from - top - 0.5;
    const at = (x, y) => levels[Math.max(0, Math.min(side - 1, y)) * side + Math.max(0, Math.min(side - 1, x))];
    const wide = new Float32Array(sidePx * sidePx);
    for (let row = 0; row < sidePx; row++) {
      const rowX = fixedPoint(startX - square.sine * step * row);
      const rowY = fixedPoint(startY + square.cosine * step * row);
      for (let column = 0; column < sidePx; column++) {
        const x = (rowX + fixedPoint(square.cosine * step * column) + HALF_STEP) >> 5;
        const y = (rowY + fixedPoint(square.sine * step * column) + HALF_STEP) >> 5;
        const right = (x & 31) / 32;
        const below = (y & 31) / 32;
        const upper = at(x >> 5, y >> 5) * (1 - right) + at((x >> 5) + 1, y >> 5) * right;
        const lower = at(x >> 5, (y >> 5) + 1) * (1 - right) + at((x >> 5) + 1, (y >> 5) + 1) * right;
        wide[row * sidePx + column] = upper * (1 - below) + lower * below;
      }
    }
    const shrunk = sidePx === SIDE ? wide : shrink(wide, sidePx, sidePx, SIDE, SIDE, (value) => value);
    return shrunk.map(level);
  }

  // --- Whether it can be judged: GreyFigures, HeadPose, VisionSettings

  function greyFigures(levels) {
    let sum = 0;
    let squares = 0;
    for (const one of levels) {
      sum += one;
      squares += one * one;
    }
    const mean = sum / levels.length;
    return {
      brightness: mean / 255,
      contrast: Math.sqrt(Math.max(0, squares / levels.length - mean * mean)),
      sharpness: sharpness(levels),
    };
  }

  function sharpness(levels) {
    let sum = 0;
    let squares = 0;
    for (let y = 1; y < SIDE - 1; y++) {
      for (let x = 1; x < SIDE - 1; x++) {
        const i = y * SIDE + x;
        const laplacian = levels[i - 1] + levels[i + 1] + levels[i - SIDE] + levels[i + SIDE] - 4 * levels[i];
        sum += laplacian;
        squares += laplacian * laplacian;
      }
    }
    const n = (SIDE - 2) * (SIDE - 2);
    return squares / n - (sum / n) * (sum / n);
  }

  function pseudoInverse() {
    const mean = [0, 1, 2].map((c) => HEAD.reduce((sum, point) => sum + point[c] / HEAD.length, 0));
    const centred = HEAD.map((point) => point.map((value, c) => value - mean[c]));
    const moment = (one, other) => centred.reduce((sum, point) => sum + point[one] * point[other], 0);
    const [xx, yy, zz, yz] = [moment(0, 0), moment(1, 1), moment(2, 2), moment(1, 2)];
    const determinant = yy * zz - yz * yz;
    return centred.map((p) => [p[0] / xx, (p[1] * zz - p[2] * yz) / determinant, (p[2] * yy - p[1] * yz) / determinant]);
  }

  function headPose(landmarks) {
    const row = (axis) => {
      const sums = [0, 1, 2].map((c) => INVERSE.reduce((sum, of, i) => sum + landmarks[2 * i + axis] * of[c], 0));
      const length = Math.hypot(...sums);
      return length > 0 ? sums.map((value) => value / length) : sums;
    };
    const [right, down] = [row(0), row(1)];
    const x = right[1] * down[2] - right[2] * down[1];
    const y = right[2] * down[0] - right[0] * down[2];
    const z = right[0] * down[1] - right[1] * down[0];
    const degrees = 180 / Math.PI;
    return {yaw: Math.atan2(x, Math.hypot(y, z)) * degrees, pitch: Math.atan2(-y, z) * degrees};
  }

  /** Why a face cannot be judged; null if it can. */
  function refusal(face, figures, settings) {
    if (Math.min(face.box[2], face.box[3]) < settings.leastFacePx) {
      return 'TOO_SMALL';
    }
    if (figures.brightness < settings.leastBrightness) {
      return 'TOO_DARK';
    }
    if (figures.brightness > settings.greatestBrightness) {
      return 'TOO_BRIGHT';
    }
    const pose = headPose(face.landmarks);
    if (Math.abs(pose.yaw) > settings.greatestYawDegrees || Math.abs(pose.pitch) > settings.greatestPitchDegrees) {
      return 'TURNED_AWAY';
    }
    return figures.sharpness < settings.leastSharpness ? 'BLURRED' : null;
  }

  /** FaceObserver's candidates: the largest first, each with its crop and why it is not judged. */
  function candidates(found, picture, plan) {
    return found
      .filter((face) => shareWithin(face.box, picture) >= MIN_SHARE_WITHIN)
      .sort((a, b) => area(b.box) - area(a.box) || a.box[0] - b.box[0] || a.box[1] - b.box[1])
      .slice(0, plan.settings.facesPerFrame)
      .map((face) => {
        const levels = crop(picture, faceSquare(face, picture, plan.classifier));
        const figures = greyFigures(levels);
        return {face, levels, figures, reason: refusal(face, figures, plan.settings)};
      })
      .filter((one) => one.figures.contrast >= MIN_CONTRAST);
  }

  // --- Around the classifier: EmotionClassifier, EmotionOutput, EmotionScores

  function cropTensor(crops, model) {
    const values = new Float32Array(crops.length * SIDE * SIDE);
    crops.forEach((levels, place) => {
      for (let i = 0; i < levels.length; i++) {
        values[place * SIDE * SIDE + i] = model.black[0] + levels[i] * model.step[0];
      }
    });
    return {values, shape: [crops.length, 1, SIDE, SIDE]};
  }

  /** What the model says of one of several faces. @param outputs arrays, in the card's order */
  function scores(outputs, place, count, plan) {
    const row = [];
    for (const output of outputs) {
      const width = output.length / count;
      row.push(...output.subarray(place * width, (place + 1) * width));
    }
    if (!row.every(Number.isFinite)) {
      throw new Error('The classifier answered no number');
    }
    const emotions = {};
    const movements = {};
    const groups = {POSITIVE: 0, NEGATIVE: 0, NEUTRAL: 0};
    const whole = Object.values(plan.emotions).reduce((sum, column) => sum + row[column], 0);
    const told = (value) => Math.round(value * 1e4) / 1e4; // as LiveCamera tells it
    for (const [emotion, column] of Object.entries(plan.emotions)) {
      emotions[emotion] = told(row[column] / whole);
      groups[plan.groups[emotion]] += row[column] / whole;
    }
    for (const group of Object.keys(groups)) {
      groups[group] = told(groups[group]);
    }
    for (const [movement, column] of Object.entries(plan.movements)) {
      movements[movement] = told(Math.max(0, Math.min(1, row[column])));
    }
    return {emotions, groups, movements};
  }

  return {frameTensor, faces, faceSquare, crop, candidates, cropTensor, scores};
})();

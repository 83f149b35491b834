// Reads raw frames (RGB, WIDTH x HEIGHT, from standard input) and says what @vladmandic/human takes
// of the processor for each: faces and their emotions, everything else switched off.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, normalize } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const [width, height] = process.argv.slice(2, 4).map(Number);
const aligned = process.argv[4] === 'aligned'; // turned upright by its landmarks, as Otklik does
const packages = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');
const root = join(packages, '@vladmandic/human');
const wasm = join(packages, '@tensorflow/tfjs-backend-wasm/dist');

// The package loads its models by HTTP only.
const files = createServer((request, response) => {
  const file = join(root, 'models', normalize(request.url));
  createReadStream(file).on('error', () => response.writeHead(404).end()).pipe(response);
});
await new Promise((resolve) => files.listen(0, '127.0.0.1', resolve));

const { Human } = require(join(root, 'dist/human.node-wasm.js'));
const human = new Human({
  backend: 'wasm',
  wasmPath: wasm + '/',
  modelBasePath: `http://127.0.0.1:${files.address().port}/`,
  debug: false,
  cacheSensitivity: 0,
  filter: { enabled: false },
  gesture: { enabled: false },
  face: {
    enabled: true,
    detector: { rotation: aligned, maxDetected: 1, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: aligned },
    iris: { enabled: false },
    description: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
    emotion: { enabled: true, skipFrames: 0, skipTime: 0 },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  segmentation: { enabled: false },
});
await human.load();

async function observe(frame) {
  const tensor = human.tf.tensor(new Uint8Array(frame), [1, height, width, 3], 'float32');
  const result = await human.detect(tensor);
  human.tf.dispose(tensor);
  return result.face.some((face) => face.emotion?.length > 0);
}

const bytes = width * height * 3;
const frames = [];
let rest = Buffer.alloc(0);
for await (const part of process.stdin) {
  rest = Buffer.concat([rest, part]);
  while (rest.length >= bytes) {
    frames.push(rest.subarray(0, bytes));
    rest = rest.subarray(bytes);
  }
}
for (let i = 0; i < 20; i++) await observe(frames[i % frames.length]);
const before = process.cpuUsage();
let found = 0;
for (const frame of frames) found += (await observe(frame)) ? 1 : 0;
const taken = process.cpuUsage(before);
files.close();
console.log(((taken.user + taken.system) / 1000 / frames.length).toFixed(2), found, frames.length);
process.exit(0);

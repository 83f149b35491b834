// Takes what the page fetches out of the package, packed once for all: node pack.mjs TO SBOM
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const [to, sbom] = process.argv.slice(2);
const DIST = 'node_modules/onnxruntime-web/dist';
// The build without WebGPU: the others bring a loader that needs 'unsafe-eval'.
const FILES = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];

mkdirSync(to, {recursive: true});
const hash = createHash('sha256');
for (const file of FILES) {
  const content = readFileSync(join(DIST, file));
  hash.update(content);
  writeFileSync(join(to, file + '.gz'), gzipSync(content, {level: 9}));
  // The best quality, 11, takes half a minute of a core for another 10 %.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(join(to, file + '.br'), brotliCompressSync(content, {params}));
}
// Part of the files' addresses, which browsers keep for good.
writeFileSync(join(to, 'version'), hash.digest('hex').slice(0, 12));

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const components = Object.entries(lock.packages)
  .filter(([path]) => path)
  .map(([path, entry]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const [algorithm, digest] = entry.integrity.split('-');
    return {
      type: 'library',
      'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
      name: name,
      version: entry.version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
      hashes: [{alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex')}],
      licenses: entry.license ? [{license: {id: entry.license}}] : [],
    };
  });
writeFileSync(sbom, JSON.stringify({bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components}, null, 2) + '\n');

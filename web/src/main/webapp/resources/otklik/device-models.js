// The server's models in the page itself: no image leaves the device. What is needed is fetched when
// it is asked for the first time.
window.otklikDeviceModels = (function () {
  'use strict';

  const pipeline = window.otklikDevicePipeline;
  let loading = null;

  /** @param plan what DevicePlan tells */
  function load(plan) {
    loading = loading || begin(plan).catch((problem) => { loading = null; throw problem; });
    return loading;
  }

  async function begin(plan) {
    const ort = await import(plan.runtime + 'ort.wasm.min.mjs');
    // More threads need an isolated page, and a proxy needs a worker: neither is there.
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.proxy = false;
    ort.env.wasm.wasmPaths = plan.runtime;
    const sessions = {};
    for (const task of ['detector', 'classifier']) {
      const answer = await fetch(plan[task].address);
      if (!answer.ok) {
        throw new Error(plan[task].address + ': ' + answer.status);
      }
      sessions[task] = await ort.InferenceSession.create(new Uint8Array(await answer.arrayBuffer()), {executionProviders: ['wasm']});
    }
    let last = Promise.resolve(); // a session takes one call at a time
    const run = (task, values, shape) => {
      const model = plan[task];
      const inputs = {[model.input]: new ort.Tensor('float32', values, shape)};
      const outputs = last.then(() => sessions[task].run(inputs));
      last = outputs.catch(() => null); // whose caller is told
      return outputs.then((all) => model.tensors.map((name) => all[name].data));
    };
    return {
      /** The faces in an ImageData, the largest first, as LiveCamera tells them. */
      async observe(picture) {
        const {size, values, shape} = pipeline.frameTensor(picture, plan.detector);
        const found = pipeline.faces(await run('detector', values, shape), size, picture, plan.detector);
        const seen = pipeline.candidates(found, picture, plan);
        const judged = seen.filter((one) => one.reason === null);
        const scores = await this.classify(judged.map((one) => one.levels));
        return seen.map((one) =>
          one.reason === null ? {box: one.face.box, ...scores[judged.indexOf(one)]} : {box: one.face.box, reason: one.reason});
      },
      /** What is told of crops of 48 x 48 levels. */
      async classify(crops) {
        if (!crops.length) {
          return [];
        }
        const {values, shape} = pipeline.cropTensor(crops, plan.classifier);
        const outputs = await run('classifier', values, shape);
        return crops.map((any, place) => pipeline.scores(outputs, place, crops.length, plan));
      },
    };
  }

  return {load: load};
})();

// The chart on the page, and the line over it that shows where the video is.
(function (studio) {
  'use strict';

  const TOP = 34;
  const TOP_NARROW = 84;
  const TOP_SMALL = 10;
  const NARROW = 640;
  let box = null;
  let chart = null;
  let shown = null;
  let plotTop = 0;

  function start() {
    box = document.getElementById('curve');
    // Sizes and colours may change as often as they like; they are drawn once a frame.
    let planned = 0;
    const again = () => {
      window.cancelAnimationFrame(planned);
      planned = window.requestAnimationFrame(draw);
    };
    new ResizeObserver(again).observe(box);
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  }

  function draw() {
    if (!shown || !box.clientWidth) {
      return;
    }
    if (!chart) {
      chart = echarts.init(box);
      chart.on('legendselectchanged', ({name, selected}) => {
        studio.chartOption.turn(name, selected[name]);
        draw(); // the line's band goes with it
      });
    }
    chart.resize();
    const size = {width: box.clientWidth, height: box.clientHeight};
    const small = studio.stage.isSmall();
    const top = small ? TOP_SMALL : size.width < NARROW ? TOP_NARROW : TOP;
    plotTop = small ? 0 : top;
    chart.setOption(studio.chartOption.of(shown, size, studio.palette.of(box), top, small), {notMerge: true});
  }

  function show(view) {
    shown = view;
    draw();
  }

  /** Moves no more than a line: the chart itself is not drawn anew. */
  function point(second) {
    studio.span.turnTo(second);
    const part = studio.span.part(second);
    const line = document.getElementById('pointer');
    line.hidden = part < 0 || part > 1;
    line.style.setProperty('--at', part.toFixed(5));
    document.getElementById('studio').style.setProperty('--seen', Math.min(1, second / studio.page.seconds).toFixed(5));
    box.setAttribute('aria-valuenow', String(Math.floor(second)));
    box.setAttribute('aria-valuetext', studio.words.clock(second));
  }

  /** The second of the video at a place on the screen. */
  function secondAt(clientX) {
    const timeline = document.getElementById('timeline');
    const style = getComputedStyle(timeline);
    const left = parseFloat(style.getPropertyValue('--plot-left'));
    const right = parseFloat(style.getPropertyValue('--plot-right'));
    const bounds = timeline.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (clientX - bounds.left - left) / (bounds.width - left - right)));
    const {from, until} = studio.span.get();
    return from + part * (until - from);
  }

  /** Whether a place on the screen is that of the legend. */
  function isLegend(clientY) {
    const from = box.getBoundingClientRect().top;
    return clientY >= from && clientY < from + plotTop;
  }

  studio.chart = {start, isLegend, show, point, secondAt, current: () => shown, drawn: () => chart};
})(window.OtklikStudio = window.OtklikStudio || {});

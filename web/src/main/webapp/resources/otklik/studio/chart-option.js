// From figures to what ECharts draws: the curve with its bands, the seconds that differ, and n below.
(function (studio) {
  'use strict';

  const PLOT = {left: 56, right: 18}; // as --plot-left and --plot-right in creative.css
  const MOST_BANDS = 3; // more of them cannot be told apart
  const AXIS = {curve: 0, viewers: 1, different: 2};

  const hidden = new Set(); // names of lines that the reader has switched off

  function column(values, of) {
    return values.map((value, second) => (value === null ? '-' : of(second)));
  }

  /** A line with its band. Seconds that nobody was observed in are gaps, never zeros. */
  function lineWithBand(line, style, name, stack, colours, bare) {
    const colour = colours[style.colour];
    const absent = (i) => (line.value[i] ?? null) === null;
    const dot = (value, i) => (absent(i - 1) && absent(i + 1) ? {value, symbol: 'circle', symbolSize: 7} : value); // of one point there is no line
    const drawn = {
      name, type: 'line', xAxisIndex: AXIS.curve, yAxisIndex: 0, z: 4, connectNulls: false,
      data: line.value.map((value, i) => (value === null ? '-' : dot(value, i))),
      symbol: 'none', itemStyle: {color: colour}, lineStyle: {color: colour, width: style.width, type: style.dash}, emphasis: {disabled: true},
    };
    if (bare) {
      return [drawn];
    }
    const band = {
      type: 'line', stack, stackStrategy: 'all', symbol: 'none', silent: true, connectNulls: false, z: 2, xAxisIndex: AXIS.curve, yAxisIndex: 0,
      lineStyle: {opacity: 0}, emphasis: {disabled: true},
    };
    return [
      {...band, data: column(line.low, (i) => line.low[i])},
      {...band, data: column(line.high, (i) => line.high[i] - line.low[i]), areaStyle: {color: colour, opacity: 0.13}},
      drawn,
    ];
  }

  function bars(name, data, axis, colour, more) {
    return {name, type: 'bar', data, xAxisIndex: axis, yAxisIndex: axis, itemStyle: {color: colour}, silent: true, emphasis: {disabled: true}, ...more};
  }

  /** Whole cells behind the curve where figures are to be read with care. */
  function fewViewers(view, colours) {
    const few = studio.span.cut(view.groups[0].figures.n.map((n, second) =>
      view.groups.some((group) => second < group.figures.n.length && studio.figures.isFew(group.figures, second)) ? 1 : '-'));
    return few.includes(1) ? [bars(studio.words.of('few', Math.max(...view.groups.map((group) => studio.figures.enough(group.figures)))), few, AXIS.curve, colours['curve-few'],
      {yAxisIndex: 3, barWidth: '100%', barGap: '-100%', z: 1})] : [];
  }

  function different(view, colours) {
    if (!view.comparison) {
      return [];
    }
    const marks = view.groups[0].figures.n.map(() => '-');
    view.comparison.seconds.filter((second) => second.different).forEach((second) => {
      marks[second.second] = {value: 1, itemStyle: {color: colours[second.eei.value > 0 ? 'curve-first' : 'curve-second']}};
    });
    return [bars(studio.words.of('different'), studio.span.cut(marks), AXIS.different, colours.ink, {barWidth: '100%'})];
  }

  function viewers(view, colours) {
    return view.groups.map((group, i) => bars('n' + i, studio.span.cut(group.figures.n), AXIS.viewers,
      view.groups.length > 1 ? colours[i ? 'curve-second' : 'curve-first'] : colours['curve-viewers'], {barCategoryGap: '20%', barGap: '0%'}));
  }

  /** @param name of a line that the legend switches off or on */
  function turn(name, isShown) {
    if (isShown) {
      hidden.delete(name);
    } else {
      hidden.add(name);
    }
  }

  function lines(view) {
    return view.groups.flatMap((group, i) => view.measure.lines.map((key) => ({
      figures: studio.span.meant(studio.figures.line(group.figures, key), group.figures.n),
      style: studio.palette.line(key, view.groups.length > 1 ? i : null),
      name: view.groups.length > 1 ? group.name : studio.words.name(key),
      stack: key + i,
    })));
  }

  function cutLine(line) {
    const {cut} = studio.span;
    return {value: cut(line.value), low: cut(line.low), high: cut(line.high)};
  }

  /** Round limits, so that a rare emotion does not lie flat on the axis. */
  function limits(view) {
    const {least, greatest} = view.measure.scale;
    const largest = Math.max(0, ...lines(view).flatMap(({figures}) =>
      [...figures.value, ...figures.low, ...figures.high].filter((x) => (x ?? null) !== null).map(Math.abs)));
    const nice = [0.05, 0.1, 0.25, 0.5, 1].map((part) => part * greatest).find((limit) => largest <= limit) || greatest;
    const most = view.measure.several || greatest === 1 && least < 0 ? nice : greatest;
    return {min: least < 0 ? -most : 0, max: most, interval: least < 0 ? most / 2 : most === 0.05 ? 0.01 : most / 4};
  }

  function step(seconds, width) {
    const room = Math.max(1, Math.floor((width - PLOT.left - PLOT.right) / 56));
    return [1, 2, 5, 10, 15, 30, 60, 120, 300, 600].find((each) => seconds / each <= room) || 1800;
  }

  function frame(view, size, colours, top, small) {
    const axisLabel = {color: colours.soft, fontSize: 12};
    const {from, until} = studio.span.get();
    const cells = studio.span.cut(view.groups[0].figures.n.map((n, second) => second));
    const unseen = {type: 'category', data: cells, show: false};
    const foot = small ? 0 : 34;
    const most = Math.max(1, ...view.groups.flatMap((group) => group.figures.n));
    return {
      grid: [
        {...PLOT, top, height: size.height - top - (small ? 24 : foot + 34)},
        {...PLOT, top: size.height - foot + 4, height: Math.max(0, foot - 6)},
        {...PLOT, top: size.height - foot - 12, height: view.comparison ? 8 : 0},
      ],
      xAxis: [
        {...unseen, gridIndex: 0, axisPointer: {show: true, type: 'shadow', label: {show: false}, shadowStyle: {color: colours.soft, opacity: 0.12}}},
        {...unseen, gridIndex: 1},
        {...unseen, gridIndex: 2},
        {type: 'value', gridIndex: 0, position: 'bottom', min: 0, max: until - from, interval: step(until - from, size.width), axisPointer: {show: false},
          axisLabel: {...axisLabel, formatter: (second) => studio.words.clock(from + second), showMaxLabel: false}, splitLine: {show: false},
          axisTick: {show: true, lineStyle: {color: colours.soft}}, axisLine: {show: true, onZero: false, lineStyle: {color: colours.soft}}},
      ],
      yAxis: [
        {type: 'value', gridIndex: 0, ...limits(view), axisLabel: {...axisLabel, formatter: (x) => view.measure.scale.tell(x)},
          splitLine: {lineStyle: {color: colours['curve-grid']}}, axisPointer: {show: false}},
        {type: 'value', gridIndex: 1, min: 0, max: most, interval: most, axisLabel: {...axisLabel, show: !small, formatter: (n) => (n ? 'n ' + n : '')},
          splitLine: {show: false}, axisLine: {show: !small, lineStyle: {color: colours['curve-grid']}}, axisPointer: {show: false}},
        {type: 'value', gridIndex: 2, min: 0, max: 1, show: false, axisPointer: {show: false}},
        {type: 'value', gridIndex: 0, min: 0, max: 1, show: false, axisPointer: {show: false}},
      ],
    };
  }

  function legend(view, series, colours) {
    const bare = {opacity: 0}; // lines have no symbols, whatever legends think
    const told = [...new Set(lines(view).map((line) => line.name))].map((name) => ({name, itemStyle: bare}));
    told.push(...(view.comparison && view.comparison.seconds.some((one) => one.different) ? [studio.words.of('different')] : []),
      ...series.filter((one) => one.yAxisIndex === 3).map((one) => one.name));
    return {top: 0, left: PLOT.left, itemWidth: 34, selectedMode: 'multiple', selected: Object.fromEntries([...hidden].map((name) => [name, false])),
      inactiveColor: colours.soft, textStyle: {fontSize: 13, color: colours.ink}, data: told};
  }

  /**
   * @param view {groups: [{name, figures}], measure, least, comparison or null}
   * @param size in CSS pixels
   * @param top pixels above the plot, for the legend
   * @param small whether there is room for the lines only
   */
  function of(view, size, colours, top, small = false) {
    const drawn = lines(view).map((line) => ({...line, figures: cutLine(line.figures)}));
    const isBare = drawn.length > MOST_BANDS || studio.address.get().mean > 1;
    const series = [
      ...fewViewers(view, colours),
      ...drawn.flatMap((line) => lineWithBand(line.figures, line.style, line.name, line.stack, colours, line.style.bare || isBare || hidden.has(line.name))),
      ...(small ? [] : viewers(view, colours)),
      ...(small ? [] : different(view, colours)),
    ];
    return {
      animation: false,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
      legend: {...legend(view, series, colours), show: !small},
      tooltip: {trigger: 'axis', confine: true, backgroundColor: colours.paper, borderColor: colours.line, padding: [8, 12],
        textStyle: {fontSize: 13, color: colours.ink},
        formatter: (items) => studio.panels.tooltip(view, studio.span.get().from + items[0].dataIndex)},
      ...frame(view, size, colours, top, small),
      series,
    };
  }

  studio.chartOption = {of, lines, turn};
})(window.OtklikStudio = window.OtklikStudio || {});

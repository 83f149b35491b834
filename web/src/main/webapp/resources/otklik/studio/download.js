// The chart as a picture, and its figures as a table for machines.
(function (studio) {
  'use strict';

  const PICTURE = {width: 1280, height: 640};
  const TOP = 110;

  function save(blob, ending) {
    const link = document.createElement('a');
    const name = studio.page.name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'creative';
    link.href = URL.createObjectURL(blob);
    link.download = name + '-' + today() + ending;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  }

  function title(view) {
    return (view.measure.several ? view.measure.lines : [view.key]).map((key) => studio.words.name(key)).join(', ');
  }

  function mean() {
    const {mean: seconds} = studio.address.get();
    return seconds > 1 ? [studio.words.of('mean') + ' ' + studio.words.of('mean-seconds', seconds)] : [];
  }

  /** On white ground and in light colours, whatever the page wears. */
  function png() {
    const view = studio.chart.current();
    const paper = document.createElement('div');
    paper.className = 'print';
    paper.style.width = PICTURE.width + 'px';
    paper.style.height = PICTURE.height + 'px';
    document.body.append(paper);
    const drawing = echarts.init(paper, null, {devicePixelRatio: 2, ...PICTURE});
    const colours = studio.palette.of(paper);
    const option = studio.chartOption.of(view, PICTURE, colours, TOP);
    const groups = view.groups.map((group) => group.name + ' (n = ' + group.figures.viewers + ')').join(' · ');
    option.title = {
      text: studio.page.name + ' · ' + title(view), subtext: [groups, ...mean(), studio.words.of(view.measure.help), today()].join(' · '),
      left: 56, top: 10, textStyle: {color: colours.ink, fontSize: 20, width: 1180, overflow: 'truncate'},
      subtextStyle: {color: colours.soft, fontSize: 13, width: 1180, overflow: 'truncate'},
    };
    option.legend.top = 70;
    option.tooltip = undefined;
    drawing.setOption(option);
    drawing.renderToCanvas({backgroundColor: '#ffffff', pixelRatio: 2}).toBlob((blob) => {
      drawing.dispose();
      paper.remove();
      save(blob, '.png');
    }, 'image/png');
  }

  // As CsvRecords.java writes them: Excel of the language opens the file as a table.
  const BYTE_ORDER_MARK = '\uFEFF';

  function isRussian() {
    return studio.words.language() === 'ru';
  }

  /** Text from outside must not become a formula where the file is opened in a spreadsheet. */
  function cell(value) {
    if (value === null || value === undefined) {
      return '';
    }
    if (typeof value === 'number') {
      return isRussian() ? String(value).replace('.', ',') : String(value);
    }
    if (typeof value !== 'string') {
      return String(value);
    }
    const safe = /^[=+\-@\t\r]/.test(value.normalize('NFKC')) ? "'" + value : value;
    return /[",;\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }

  const SHARES = ['positive', 'negative', 'neutral', 'attention'];
  const MEANS = ['eei', 'valence', 'arousal'];

  /** Each line with the name of its column. */
  function lines() {
    return [...SHARES.map((key) => [key, key + '_share']), ...MEANS.map((key) => [key, key]),
      ...studio.figures.emotions.map((key) => [key, key.toLowerCase() + '_probability']),
      ...studio.figures.movements.map((key) => [key, key.toLowerCase()])];
  }

  function columns() {
    return ['creative', 'creative_name', 'segment', 'second', 'n', ...lines().flatMap(([, name]) => [name, name + '_low', name + '_high']),
      'eei_difference', 'eei_difference_low', 'eei_difference_high', 'p', 'p_corrected', 'is_different'];
  }

  /** Names of columns are the same in every language; missing values are empty. */
  function rows(view) {
    const compared = new Map((view.comparison ? view.comparison.seconds : []).map((second) => [second.second, second]));
    return view.groups.flatMap((group) => group.figures.n.map((n, second) => {
      const row = [group.creative, group.creativeName, group.segmentName, second, n];
      for (const [key] of lines()) {
        const line = studio.figures.line(group.figures, key);
        row.push(line.value[second], line.low[second], line.high[second]);
      }
      const difference = compared.get(second);
      return difference
        ? [...row, difference.eei.value, difference.eei.low, difference.eei.high, difference.eei.p, difference.corrected, difference.different]
        : [...row, null, null, null, null, null, null];
    }));
  }

  function csv() {
    const delimiter = isRussian() ? ';' : ',';
    const text = [columns(), ...rows(studio.chart.current())].map((row) => row.map(cell).join(delimiter)).join('\r\n') + '\r\n';
    save(new Blob([BYTE_ORDER_MARK + text], {type: 'text/csv;charset=utf-8'}), '.csv');
  }

  studio.download = {png, csv, cell};
})(window.OtklikStudio = window.OtklikStudio || {});

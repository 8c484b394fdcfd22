// Draws the charts of a page: <div data-chart="{...}" data-chart-library="...">. The library is loaded when the first chart
// appears; what is drawn stands in the attribute, because the content policy allows no script in the page.
const drawn = new WeakMap();
let library;

const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const tones = { brand: '--brand', open: '--chart-open', plain: '--chart-plain' };
const tone = name => token(tones[name].slice(2));

const text = () => ({ fontFamily: getComputedStyle(document.body).fontFamily, color: token('ink'), fontSize: 12 });

const rowHeight = 26;
const frame = { left: 4, right: 8, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
const label = () => ({ color: token('muted'), fontFamily: text().fontFamily });
const line = () => ({ lineStyle: { color: token('line') } });

const series = data => data.series.map(one => ({
  name: one.name, type: 'bar', data: one.values, barMaxWidth: 36, itemStyle: { color: tone(one.tone) }, cursor: 'pointer',
}));

const tooltip = () => ({
  trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText', confine: true, textStyle: text(),
});

const kinds = {
  columns: data => ({
    grid: { ...frame, top: 36 },
    legend: { top: 0, left: 0, itemWidth: 14, textStyle: label() },
    tooltip: tooltip(),
    xAxis: { type: 'category', data: data.names, axisLabel: label(), axisTick: { show: false }, axisLine: line() },
    yAxis: { type: 'value', minInterval: 1, axisLabel: label(), splitLine: line() },
    series: series(data).map(one => ({ ...one, stack: 'all' })),
  }),
  bars: data => ({
    grid: { ...frame, right: 56 },
    tooltip: tooltip(),
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: data.names, axisLabel: label(), axisTick: { show: false }, axisLine: line() },
    series: series(data).map(one => ({ ...one, barMaxWidth: 16, label: { show: true, position: 'right', ...label() } })),
  }),
};

const open = address => {
  if (window.Blazor?.navigateTo) window.Blazor.navigateTo(address);
  else location.assign(address);
};

const draw = async box => {
  const source = box.dataset.chart;
  const before = drawn.get(box);
  // A page change in place may keep the element and take away what was drawn in it.
  if (before?.source === source && (!before.chart || box.querySelector('canvas'))) return;
  before?.chart?.dispose();
  drawn.set(box, { source });
  library ??= import(new URL(box.dataset.chartLibrary, document.baseURI));
  const { init } = await library;
  if (!box.isConnected || box.dataset.chart !== source || drawn.get(box)?.chart) return;
  const data = JSON.parse(source);
  if (data.kind === 'bars') box.style.height = `${data.names.length * rowHeight + 16}px`;
  const chart = init(box, null, { renderer: 'canvas' });
  chart.setOption({ animation: false, textStyle: text(), ...kinds[data.kind](data) });
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    const address = data.series[seriesIndex].hrefs[dataIndex];
    if (address) open(address);
  });
  drawn.set(box, { source, chart });
  sizes.observe(box);
};

const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) drawn.get(target)?.chart?.resize();
});

const look = () => document.querySelectorAll('[data-chart]').forEach(draw);
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-chart'] });
look();

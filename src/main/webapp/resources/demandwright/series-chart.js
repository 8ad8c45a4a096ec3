/* What JSON cannot say of the chart of a series: which layers the legend lists, and the tooltip. */
function seriesChart() {
  const quantity = (units) => units.toLocaleString('en',
    Math.abs(units) < 1 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 3 });
  const datasets = this.cfg.config.data.datasets;
  const options = this.cfg.config.options;
  options.plugins.legend.labels.filter = (entry) => datasets[entry.datasetIndex].listed;
  options.plugins.legend.onClick = (event, entry, legend) => {
    const chart = legend.chart;
    const shown = chart.isDatasetVisible(entry.datasetIndex);
    datasets.forEach((layer, index) => {
      if (layer.label === entry.text) {
        chart.setDatasetVisibility(index, !shown);
      }
    });
    chart.update();
  };
  options.scales.y.ticks = { callback: quantity };
  options.plugins.tooltip = {
    filter: (item) => item.raw !== null && !(item.dataset.yAxisID === 'share' && item.raw === 0),
    callbacks: {
      label: (item) => item.dataset.yAxisID === 'share'
        ? `${item.dataset.label}: ${Math.round(100 * item.raw)} %`
        : `${item.dataset.label}: ${quantity(item.parsed.y)}`
    }
  };
}

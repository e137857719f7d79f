import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import './Chart';
import { saveBlob } from '../ui/csv';
import { FONT } from './chartOption';
import { layOut, type PlacedSign, type PlacedText, type Sheet, type SheetText } from './sheet';

const WIDTH = 960;
const PIXELS = 2;
const INK = '#13212b';

use([SVGRenderer]);

/** Saves the chart with title, legend and caption: PNG at twice the size for slides, SVG for print. */
export async function savePicture(kind: 'png' | 'svg', file: string, text: SheetText, option: EChartsCoreOption, height: number): Promise<void> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  const sheet = layOut(text, WIDTH, height, (part, size) => {
    pen.font = `${size}px ${FONT}`;
    return pen.measureText(part).width;
  });
  if (kind === 'svg') saveBlob(`${file}.svg`, new Blob([svgOf(sheet, option, height)], { type: 'image/svg+xml' }));
  else saveBlob(`${file}.png`, await pngOf(canvas, pen, sheet, option, height));
}

function svgOf(sheet: Sheet, option: EChartsCoreOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: sheet.width, height });
  chart.setOption(option);
  const drawn = chart.renderToSVGString();
  chart.dispose();
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    drawn.replace('<svg ', `<svg y="${sheet.chartTop}" `),
    ...sheet.signs.map(svgSign),
    ...sheet.texts.map(svgText),
    '</svg>',
  ];
  return parts.join('\n');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const svgText = ({ x, y, text, size, bold }: PlacedText) =>
  `<text x="${x}" y="${y}" font-family="${escaped(FONT)}" font-size="${size}" font-weight="${bold ? 600 : 400}" fill="${INK}">${escaped(text)}</text>`;

function svgSign({ x, y, item }: PlacedSign): string {
  if (item.sign === 'dot') return `<circle cx="${x + 7}" cy="${y}" r="4" fill="${item.color}"/>`;
  const [height, extra] = item.sign === 'line' ? [3, ''] : item.sign === 'dashed' ? [3, ' fill-opacity="0.6"'] : [10, ''];
  return `<rect x="${x}" y="${y - height / 2}" width="14" height="${height}" fill="${item.color}"${extra}/>`;
}

async function pngOf(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, sheet: Sheet, option: EChartsCoreOption, height: number): Promise<Blob> {
  const box = document.createElement('div');
  const chart = init(box, null, { width: sheet.width, height, devicePixelRatio: PIXELS });
  chart.setOption({ ...option, animation: false });
  const drawn = chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: '#ffffff' });
  canvas.width = sheet.width * PIXELS;
  canvas.height = sheet.height * PIXELS;
  pen.scale(PIXELS, PIXELS);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawn, 0, sheet.chartTop, sheet.width, height);
  chart.dispose();
  for (const { x, y, item } of sheet.signs) {
    pen.fillStyle = item.color;
    pen.beginPath();
    if (item.sign === 'dot') pen.arc(x + 7, y, 4, 0, 2 * Math.PI);
    else if (item.sign === 'line' || item.sign === 'dashed') pen.rect(x, y - 1.5, 14, 3);
    else pen.rect(x, y - 5, 14, 10);
    pen.fill();
  }
  pen.fillStyle = INK;
  for (const { x, y, text, size, bold } of sheet.texts) {
    pen.font = `${bold ? 600 : 400} ${size}px ${FONT}`;
    pen.fillText(text, x, y);
  }
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser makes no picture')))));
}

const STEP = 7;

/** A fill of slanted lines for what is not final; usable on canvas and, as a picture, in SVG. */
export function hatching(color: string): object {
  const tile = document.createElement('canvas');
  tile.width = tile.height = STEP;
  const pen = tile.getContext('2d');
  if (pen) {
    pen.strokeStyle = color;
    pen.globalAlpha = 0.55;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const shift of [-STEP, 0, STEP]) {
      pen.moveTo(shift, STEP);
      pen.lineTo(shift + STEP, 0);
    }
    pen.stroke();
  }
  return { image: tile, repeat: 'repeat' };
}

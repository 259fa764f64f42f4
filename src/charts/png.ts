import { toSvg } from './svg.ts';

const SCALE = 2;

async function imageOf(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/**
 * The figure as a picture of twice its size on the page, with what `toSvg` draws. Rejects where the browser cannot
 * draw.
 */
export async function toPng(figure: HTMLElement): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([toSvg(figure)], { type: 'image/svg+xml' }));
  const image = await imageOf(address).finally(() => URL.revokeObjectURL(address));
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no drawing surface for the picture of a chart');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture of a chart is empty'))), 'image/png'),
  );
}

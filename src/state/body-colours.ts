import { MOST_BODIES, type View } from './view.ts';

type Shown = Pick<View, 'bodies' | 'colours' | 'body'>;

const PLACES = Array.from({ length: MOST_BODIES }, (_, index) => index + 1);

const firstFree = (taken: readonly number[]): number | undefined => PLACES.find((place) => !taken.includes(place));

/**
 * The place of the colour of every body that a view shows, from 1: those compared as the view gives them, else the
 * first that is free; then the body in the side panel, which beside eight others has the ninth place.
 */
export function bodyColours({ bodies, colours, body }: Shown): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  bodies.forEach((key, index) => {
    places.set(key, colours[index] ?? firstFree([...places.values(), ...colours])!);
  });
  if (body !== null && !places.has(body)) places.set(body, firstFree([...places.values()]) ?? MOST_BODIES + 1);
  return places;
}

/** What changes in a view so that these bodies are compared, while each that is shown already keeps its colour. */
export function withBodies(view: Shown, bodies: readonly string[]): Pick<View, 'bodies' | 'colours'> {
  const shown = bodyColours(view);
  const staying = [...shown].filter(([key]) => bodies.includes(key) || key === view.body).map(([, place]) => place);
  const colours: number[] = [];
  for (const key of bodies) {
    const own = shown.get(key) ?? 0;
    const place = PLACES.includes(own) ? own : firstFree([...staying, ...colours]);
    // Where all colours are taken, the one body that is in the side panel alone gives its own up.
    colours.push(place ?? firstFree([...bodies.flatMap((one) => shown.get(one) ?? []), ...colours])!);
  }
  const isInOrder = colours.every((place, index) => place === index + 1);
  return { bodies, colours: isInOrder ? [] : colours };
}

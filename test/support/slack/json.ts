/** Anything that came or goes over the wire. */
export type Json = { [key: string]: unknown };

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in `value`, or an empty one: for reading what may be missing. */
export const jsonIn = (value: unknown): Json => (isJson(value) ? value : {});

export const listIn = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isJson) : [];

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

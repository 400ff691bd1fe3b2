import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('quotes in other languages', () => {
  it('are read in German', () => {
    const text =
      'Die Ministerin sprach am Montag in Norderhaven.\n\n„Wir werden die Brücke im Sommer bauen“, sagte Verkehrsministerin Anna Lehmann. »Das Geld ist längst da«, so Lehmann. Bürgermeister Karl Vogt erklärte: „Darauf haben wir lange gewartet.“ Laut Vogt ist die Lage „sehr angespannt“.';
    expect(said(text, 'de')).toEqual([
      'Anna Lehmann: Wir werden die Brücke im Sommer bauen',
      'Anna Lehmann: Das Geld ist längst da',
      'Karl Vogt: Darauf haben wir lange gewartet.',
      'Karl Vogt: sehr angespannt',
    ]);
  });

  it('are read in Spanish', () => {
    const text =
      'El alcalde visitó el barrio el martes.\n\n«No vamos a cerrar la biblioteca», dijo el alcalde Jorge Medina. La concejala Lucía Prado afirmó que el plan es “una vergüenza para la ciudad”. Según Prado, «faltan médicos en todos los centros».';
    expect(said(text, 'es')).toEqual([
      'Jorge Medina: No vamos a cerrar la biblioteca',
      'Lucía Prado: una vergüenza para la ciudad',
      'Lucía Prado: faltan médicos en todos los centros',
    ]);
  });

  it('are read in French', () => {
    const text =
      'Le maire a visité le port mardi.\n\n« Nous n’avons plus de temps à perdre », a déclaré le maire, Paul Girard. « C’est une honte pour la ville », affirme-t-il. Selon Claire Morel, « les travaux vont durer trois ans ». La ministre Sophie Lambert a dit : « Nous trouverons une solution pour tous. »';
    expect(said(text, 'fr')).toEqual([
      'Paul Girard: Nous n’avons plus de temps à perdre',
      'Paul Girard: C’est une honte pour la ville',
      'Claire Morel: les travaux vont durer trois ans',
      'Sophie Lambert: Nous trouverons une solution pour tous.',
    ]);
  });

  it('are read in Italian', () => {
    const text =
      'Il sindaco ha visitato la scuola martedì.\n\n«Non chiuderemo la biblioteca del quartiere», ha detto il sindaco Marco Bellini. Secondo Bellini, «i soldi per tutti ci sono». «È una vergogna per la città», afferma la consigliera Paola Ricci.';
    expect(said(text, 'it')).toEqual([
      'Marco Bellini: Non chiuderemo la biblioteca del quartiere',
      'Marco Bellini: i soldi per tutti ci sono',
      'Paola Ricci: È una vergogna per la città',
    ]);
  });

  it('tell their language by their small words where it is unknown', () => {
    const text =
      'Der Rat hat am Montag die neue Brücke und das Budget beschlossen. „Das ist ein guter Tag für die Stadt“, betonte Karl Vogt.';
    expect(said(text, null)).toEqual(['Karl Vogt: Das ist ein guter Tag für die Stadt']);
  });
});

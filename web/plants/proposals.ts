import { useEffect, useRef, useState } from 'react';
import type { PlantField, PlantForm } from './plant-form.js';
import { useLanguage } from '../i18n/language.js';
import type { Town } from './find-towns.js';
import { loadTowns, nearestTown } from './towns.js';

/**
 * Fills a field with what is proposed as long as it is empty or holds the last proposal. True while the field shows a
 * proposal that nobody has typed or saved.
 */
export function useProposal(form: PlantForm, name: PlantField, proposal: string): boolean {
  const { propose } = form;
  const [filled, setFilled] = useState('');
  const last = useRef('');
  const typed = form.values[name];
  const current = useRef(typed);
  useEffect(() => {
    current.current = typed;
  });
  useEffect(() => {
    const isOurs = current.current === '' || (last.current !== '' && current.current === last.current);
    if (!isOurs || proposal === '') return;
    last.current = proposal;
    setFilled(proposal);
    propose((values) => ({ ...values, [name]: proposal }));
  }, [proposal, name, propose]);
  return filled !== '' && typed === filled;
}

type PlaceFacts = {
  /** IANA zone of the place. */
  readonly timeZone: string | undefined;
  readonly town: Town | undefined;
};

const nothing: PlaceFacts = { timeZone: undefined, town: undefined };

/** What is known of a place; comes with data that is loaded when there is a place to ask for. */
export function usePlaceFacts(latitudeDeg: number | undefined, longitudeDeg: number | undefined): PlaceFacts {
  const { language } = useLanguage();
  const [facts, setFacts] = useState(nothing);
  useEffect(() => {
    if (latitudeDeg === undefined || longitudeDeg === undefined) return;
    if (Math.abs(latitudeDeg) > 90 || Math.abs(longitudeDeg) > 180) return;
    let wanted = true;
    Promise.all([import('@photostructure/tz-lookup'), loadTowns(language)]).then(
      ([{ default: timeZoneAt }, towns]) => {
        if (!wanted) return;
        const town = nearestTown(towns, latitudeDeg, longitudeDeg);
        setFacts({ timeZone: timeZoneAt(latitudeDeg, longitudeDeg), town });
      },
      () => undefined, // without the data there are no proposals; the fields work all the same
    );
    return () => {
      wanted = false;
    };
  }, [latitudeDeg, longitudeDeg, language]);
  return facts;
}

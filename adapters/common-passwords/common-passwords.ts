import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { CommonPasswords } from '../../commands/ports.js';
import { isGermanWord } from './german.js';

/** Found within so many guesses, a password is one of the first that somebody tries. */
const fewGuesses = 1e6;

/** What zxcvbn takes time for grows faster than the length of what it looks at. */
const looksAtCharacters = 64;

/** What belongs to this portal, and with which its passwords are guessed first. */
const wordsOfThePortal = [
  'sitelink',
  'refusol',
  'refu',
  'sinvert',
  'siemens',
  'advanced energy',
  'wechselrichter',
  'inverter',
  'photovoltaik',
  'photovoltaic',
  'solar',
];

/**
 * Estimates guesses with zxcvbn and its list of common passwords (Wheeler, "zxcvbn: Low-Budget Password Strength
 * Estimation", USENIX Security 2016): a common password stays one with a digit and a sign behind it, or with 0 for o. Its list
 * is English; German words are looked up apart.
 */
export function zxcvbnCommonPasswords(): CommonPasswords {
  let zxcvbn: ZxcvbnFactory | null = null;
  return {
    areRefused: true,
    includes(password, ownWords) {
      if (isGermanWord(password)) return true;
      // The dictionaries take memory and a moment: not before the first new password.
      zxcvbn ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
      const words = [...wordsOfThePortal, ...ownWords.map((word) => word.toLowerCase())];
      return zxcvbn.check(password.slice(0, looksAtCharacters), words).guesses < fewGuesses;
    },
  };
}

/** The check is switched off: only the rules of the policy count. */
export const noCommonPasswords: CommonPasswords = { areRefused: false, includes: () => false };

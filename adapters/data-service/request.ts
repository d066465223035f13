import { parseXml, type XmlElement } from '../inverter-protocol/xml.js';
import { dataTypeOf, type DataType, type IntervalType } from '../../domain/production/interval-data.js';

/** What the original data service understands (wire.md 2.2). */
export const operations = [
  'GetInverterList',
  'GetInverterData',
  'GetObjectDataForInterval',
  'GetObjectErrorsCount',
  'GetObjectErrors',
] as const;
export type Operation = (typeof operations)[number];

export type ObjectKind = 'plant' | 'subplant' | 'inverter';
type ObjectName = { readonly kind: ObjectKind; readonly number: number };
/** Wall clock of the plant as UTC seconds; both ends count. */
export type ClockRange = { readonly fromS: number; readonly toS: number };

export type DataQuery =
  | { readonly operation: 'GetInverterList'; readonly object: ObjectName }
  | { readonly operation: 'GetInverterData'; readonly object: ObjectName; readonly range: ClockRange }
  | {
      readonly operation: 'GetObjectDataForInterval';
      readonly object: ObjectName;
      readonly dataType: DataType;
      readonly intervalType: IntervalType;
      readonly range: ClockRange;
    }
  | { readonly operation: 'GetObjectErrorsCount'; readonly object: ObjectName }
  | {
      readonly operation: 'GetObjectErrors';
      readonly object: ObjectName;
      readonly pageSize: number;
      /** The first page is 1. */
      readonly pageNumber: number;
    };

/** What is wrong with a request, in the words that its sender reads. */
export class DataRequestInvalid extends Error {
  override readonly name = 'DataRequestInvalid';
}

export type DataRequest = {
  readonly userName: string;
  readonly password: string;
  /** Read after the caller is known. Throws `DataRequestInvalid`. */
  readonly query: () => DataQuery;
};

/** Throws `DataRequestInvalid`. Element names count in their case, values do not, but for the password. */
export function readRequest(xml: string, operation: Operation): DataRequest {
  const root = parseXml(xml);
  if (root === 'document-type') throw new DataRequestInvalid('A document type declaration is not allowed.');
  if (typeof root === 'string') throw new DataRequestInvalid('The request is not valid XML.');
  if (root.name !== 'rws_request') throw new DataRequestInvalid('The root element must be rws_request.');
  const auth = childOf(root, 'Auth');
  const userName = textOf(childOf(auth, 'Username'));
  const password = textOf(childOf(auth, 'Password'));
  return { userName, password, query: () => queryOf(operation, childOf(root, operation)) };
}

function queryOf(operation: Operation, wish: XmlElement): DataQuery {
  switch (operation) {
    case 'GetInverterList':
      return { operation, object: { kind: 'plant', number: integerIn(wish, 'Plant') } };
    case 'GetInverterData':
      return {
        operation,
        object: { kind: 'inverter', number: integerIn(wish, 'InverterId') },
        range: rangeIn(wish),
      };
    case 'GetObjectDataForInterval': {
      const object = objectIn(wish);
      const dataType = dataTypeIn(wish);
      return {
        operation,
        object,
        dataType,
        intervalType: choiceIn(wish, 'IntervalType', intervalNames),
        range: rangeIn(wish),
      };
    }
    case 'GetObjectErrorsCount':
      return { operation, object: objectIn(wish) };
    case 'GetObjectErrors':
      return { operation, object: objectIn(wish), ...pageIn(wish) };
  }
}

const kindNames: Readonly<Record<string, ObjectKind>> = { plant: 'plant', subplant: 'subplant', inverter: 'inverter' };
const intervalNames: Readonly<Record<string, IntervalType>> = { month: 'Month', year: 'Year', overall: 'Overall' };

function objectIn(wish: XmlElement): ObjectName {
  const number = integerIn(wish, 'ObjectId');
  return { kind: choiceIn(wish, 'ObjectType', kindNames), number };
}

function dataTypeIn(wish: XmlElement): DataType {
  const text = textOf(childOf(wish, 'DataType'));
  const dataType = dataTypeOf(text);
  if (dataType === null) throw new DataRequestInvalid(`DataType has an unknown value: ${shown(text)}`);
  return dataType;
}

function choiceIn<T>(wish: XmlElement, name: string, choices: Readonly<Record<string, T>>): T {
  const text = textOf(childOf(wish, name));
  const key = text.toLowerCase();
  const choice = Object.hasOwn(choices, key) ? choices[key] : undefined;
  if (choice === undefined) throw new DataRequestInvalid(`${name} has an unknown value: ${shown(text)}`);
  return choice;
}

const maxPageSize = 100;

function pageIn(wish: XmlElement): { readonly pageSize: number; readonly pageNumber: number } {
  const pageSize = integerIn(wish, 'PageSize');
  const pageNumber = integerIn(wish, 'PageNumber');
  if (pageSize > maxPageSize) throw new DataRequestInvalid(`Maximum size of a page is ${maxPageSize}.`);
  if (pageSize < 1) throw new DataRequestInvalid('Minimum size of a page is 1.');
  if (pageNumber < 1) throw new DataRequestInvalid('The number of the first page is 1.');
  return { pageSize, pageNumber };
}

/** Ends of the calendar that everything here can reckon with: 1970 to 9999. */
const lastSecond = 253_402_214_399;

function rangeIn(wish: XmlElement): ClockRange {
  const fromS = integerIn(wish, 'FromDate');
  const toS = integerIn(wish, 'ToDate');
  if (fromS > toS) throw new DataRequestInvalid('FromDate must not be after ToDate.');
  const inside = (seconds: number) => Math.min(Math.max(seconds, 0), lastSecond);
  return { fromS: inside(fromS), toS: inside(toS) };
}

function integerIn(wish: XmlElement, name: string): number {
  const text = textOf(childOf(wish, name));
  if (!/^[+-]?\d{1,30}$/.test(text)) throw new DataRequestInvalid(`${name} must be a whole number.`);
  return Number(text);
}

function childOf(parent: XmlElement, name: string): XmlElement {
  const found = parent.children.find((child) => child.name === name);
  if (found === undefined) throw new DataRequestInvalid(`The element ${name} is missing in ${shown(parent.name)}.`);
  return found;
}

function textOf(found: XmlElement): string {
  return decoded(found.text).trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and characters by their number; the parser expands nothing, so that nothing can be a bomb. */
export function decoded(text: string): string {
  return text.replaceAll(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

/** A value of the sender, short enough to be said back. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

import t from 'tap';
import { expectedPostcode, postcodeShapes } from '../../domain/kernel/postcode.js';
import { postcodeShapes as shapesOfForms } from '../../web/forms/postcodes.js';

t.test('postcodes are judged where a country has one shape', async (t) => {
  const right = [
    'DE 04315',
    'FR 75001',
    'IT 20121',
    'ES 28001',
    'AT 1010',
    'CH 8000',
    'NL 1012 AB',
    'NL 1012ab',
    'IE D01',
  ];
  for (const text of right) t.equal(expectedPostcode(text.slice(0, 2), text.slice(3)), null, text);
  for (const text of ['DE 7255', 'DE D-72555', 'AT 12345', 'CH 800', 'NL 1012', 'PL 00001'])
    t.type(expectedPostcode(text.slice(0, 2), text.slice(3)), 'string', text);
  for (const [country, { example }] of Object.entries(postcodeShapes))
    t.equal(expectedPostcode(country, example), null, `the example of ${country}`);
  t.strictSame(shapesOfForms, postcodeShapes, 'forms judge as the server does');
});

import type { PlainObject } from '../json/object';
import { fhirTranslations } from './shapes/fhir';
import { fieldsPerLanguage } from './shapes/language-in-field-name';
import type { FieldGroup, ShapeFamily } from './shapes/shape';
import { isTranslation } from './shapes/translation';

/** The fields of an object that together are one text in several languages, of the shapes asked for. */
export function fieldGroups(object: PlainObject, shapes: readonly ShapeFamily[]): FieldGroup[] {
	const groups = shapes.includes('languageEntries') ? fhirTranslations(object) : [];
	if (shapes.includes('fieldNames')) groups.push(...fieldsPerLanguage(object));
	return groups.filter(({ text }) => isTranslation(text));
}

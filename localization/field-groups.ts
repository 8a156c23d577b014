import type { PlainObject } from '../json/object';
import { fieldsPerLanguage } from './shapes/language-in-field-name';
import type { FieldGroup, ShapeFamily } from './shapes/shape';

/** The fields of an object that are one text in several languages, of the shapes asked for. */
export function fieldGroups(object: PlainObject, shapes: readonly ShapeFamily[]): FieldGroup[] {
	return shapes.includes('fieldNames') ? fieldsPerLanguage(object) : [];
}

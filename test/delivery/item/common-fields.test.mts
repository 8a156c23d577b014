import { expect, test } from '@jest/globals';

import { keyOfJson } from '../../../delivery/item/common-fields';

test('keyOfJson is the SHA-256 of the UTF-8 text, as text or as bytes', () => {
	// `printf '{"ö":1}' | sha256sum`
	const expected = 'sha256:b7c45ab400363886a1d84c8e61ca57a344ce381bce56571e6361a75bcfcc79e4';
	expect(keyOfJson('{"ö":1}')).toBe(expected);
	expect(keyOfJson(Buffer.from('{"ö":1}'))).toBe(expected);
});

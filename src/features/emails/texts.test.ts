import { textIn, withText } from './texts';

const polish = { locale: 'pl_PL', subject: 'Rachunek', body: '' };
const english = { locale: 'en_US', subject: '', body: 'Hello' };

test( 'a language without words has empty ones', () => {
	expect( textIn( [ polish ], 'pl_PL' ) ).toBe( polish );
	expect( textIn( [ polish ], 'en_US' ) ).toEqual( { locale: 'en_US', subject: '', body: '' } );
} );

test( 'words are put in their place, behind the others, or taken away when they are empty', () => {
	expect( withText( [ polish ], english ) ).toEqual( [ polish, english ] );
	expect( withText( [ polish, english ], { ...polish, body: 'Cześć' } ) ).toEqual( [
		{ ...polish, body: 'Cześć' },
		english,
	] );
	expect( withText( [ polish, english ], { ...polish, subject: '' } ) ).toEqual( [ english ] );
} );

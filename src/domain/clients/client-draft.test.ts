import { bodyOf, clientDraft, newClient } from './client-draft';

const named = { ...newClient(), name: 'Meridian GmbH' };
const wrongFields = ( draft: object ) => {
	const result = clientDraft.safeParse( draft );
	return result.success ? [] : result.error.issues.map( ( { path } ) => path.join( '/' ) );
};

test( 'a client is billed without anybody who can log in', () => {
	expect( bodyOf( named ) ).toMatchObject( { name: 'Meridian GmbH', contact: null, invite: false } );
	expect( wrongFields( named ) ).toEqual( [] );
} );

test( 'half a contact names what is missing', () => {
	expect( wrongFields( { ...named, contact: { name: 'Ada', email: '' } } ) ).toEqual( [ 'contact/email' ] );
} );

test( 'a person who is billed is its own contact', () => {
	expect( bodyOf( { ...named, contact: { name: ' ', email: 'ada@meridian.example' } } ).contact ).toMatchObject( {
		name: 'Meridian GmbH',
		email: 'ada@meridian.example',
	} );
} );

test( 'a contact is invited only where that was asked for', () => {
	const contact = { name: 'Ada', email: 'ada@meridian.example' };
	expect( bodyOf( { ...named, contact } ).invite ).toBe( true );
	expect( bodyOf( { ...named, contact, invite: false } ).invite ).toBe( false );
} );

import apiFetch from '@wordpress/api-fetch';
import { resolveSelect, select } from '@wordpress/data';
import { perform } from './store';

jest.mock( '@wordpress/api-fetch' );
jest.mock(
	'../../build/contract/routes.json',
	() => [ { id: 'products.update', method: 'PUT', path: '/products/{id}', idempotent: false } ],
	{ virtual: true }
);

const fetched = jest.mocked( apiFetch );
/** Every store is given what it was registered with, but no type says so. */
const read = select( 'counterfoil' ).read as ( path: string ) => { data?: unknown } | undefined;
const shown = ( path: string ) => read( path )?.data;

describe( 'What is shown after a command', () => {
	it( 'is what was saved, before it was read anew', async () => {
		const path = '/counterfoil/v1/products/7';
		fetched.mockResolvedValueOnce( { name: 'Before' } );
		await ( resolveSelect( 'counterfoil' ) as { read: ( of: string ) => Promise< unknown > } ).read( path );
		expect( shown( path ) ).toEqual( { name: 'Before' } );

		fetched.mockResolvedValueOnce( { name: 'Saved' } );
		fetched.mockReturnValue( new Promise( () => undefined ) );
		await perform( 'products.update', { params: { id: 7 }, body: { name: 'Saved' } } as never );
		expect( shown( path ) ).toEqual( { name: 'Saved' } );
	} );
} );

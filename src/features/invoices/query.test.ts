import { queryOf } from './query';

describe( 'queryOf', () => {
	it( 'takes what the address says', () => {
		expect( queryOf( { state: 'overdue', client: '12', from: '2026-01-01', search: ' acme ' } ) ).toEqual( {
			state: 'overdue',
			client_id: 12,
			website_id: undefined,
			issued_from: '2026-01-01',
			issued_to: undefined,
			search: 'acme',
		} );
	} );

	it( 'leaves nonsense out instead of sending it', () => {
		expect( Object.values( queryOf( { state: 'lost', client: '-1', to: 'tomorrow', search: '  ' } ) ) ).toEqual(
			Array( 6 ).fill( undefined )
		);
	} );
} );

import type { ClientRow, Contact } from '../../../contract/clients';
import { type BootData, boot } from '../../../shared/boot';
import { contactActions } from '../contact-actions';
import { bill } from './bill';
import { invite } from './invite';

const who = ( can: Partial< BootData[ 'can' ] > = {} ) => {
	window.counterfoil = {
		...boot(),
		currencies: [
			{ code: 'EUR', decimals: 2 },
			{ code: 'JPY', decimals: 0 },
		],
		can: { view: true, bill: true, refund: true, manageClients: true, settings: true, ...can },
	};
};
beforeEach( () => who() );

const contact = ( access: Contact[ 'access' ] ) => ( { id: 5, name: 'Marta', access } ) as Contact;
const client = ( changes: Partial< ClientRow > = {} ): ClientRow => ( {
	id: 3,
	name: 'Brauhaus',
	contact: { name: 'Marta', email: 'marta@brauhaus.example' },
	access: 'none',
	currency: 'EUR',
	net_billings: [],
	due: [],
	overdue: [],
	recurring: [],
	created_at: '2026-11-01T08:00:00Z',
	...changes,
} );
const offered = ( access: Contact[ 'access' ] ) =>
	contactActions.filter( ( { isEligible } ) => isEligible( contact( access ) ) ).map( ( { id } ) => id );

test.each( [
	[ 'none', [ 'edit', 'invite', 'remove' ] ],
	[ 'invited', [ 'edit', 'invite', 'revoke', 'remove' ] ],
	[ 'active', [ 'edit', 'suspend', 'remove' ] ],
	[ 'suspended', [ 'edit', 'restore', 'remove' ] ],
] as const )( 'a contact whose access is %s offers what would be done', ( access, ids ) => {
	expect( offered( access ) ).toEqual( ids );
} );

test( 'who may not manage clients is offered nothing of it', () => {
	who( { manageClients: false } );
	expect( offered( 'none' ) ).toEqual( [] );
	expect( invite.isEligible( client() ) ).toBe( false );
} );

test( 'a client is invited when somebody is there who was not', () => {
	expect( invite.isEligible( client() ) ).toBe( true );
	expect( invite.isEligible( client( { contact: null } ) ) ).toBe( false );
	expect( invite.isEligible( client( { access: 'invited' } ) ) ).toBe( false );
	expect( invite.isEligible( client( { access: 'active' } ) ) ).toBe( false );
} );

test( 'who may not bill is not offered it', () => {
	expect( bill.isEligible( client() ) ).toBe( true );
	who( { bill: false, manageClients: false } );
	expect( bill.isEligible( client() ) ).toBe( false );
} );

import type { Subscription } from '../../../contract/subscriptions/subscription';
import { changeInput } from '../../../contract/subscriptions/change';
import { changeOf, draftOf, typedChange } from './draft';

const money = ( amount: number ) => ( { amount, currency: 'EUR' } );

const subscription = {
	id: 7,
	client: { id: 3, name: 'Harbour & Pine' },
	website: null,
	state: 'active',
	interval: { unit: 'month', count: 1 },
	amount: money( 4900 ),
	tax_mode: 'exclusive',
	items: [
		{
			plan_id: 5,
			description: 'Care plan',
			quantity: '1',
			unit_price: money( 4900 ),
			setup_fee: money( 9900 ),
			discount: { type: 'percent', percent: '10' },
			tax: { name: 'VAT', rate: '23', category: 'S', reason_code: '', reason: '' },
			unit_code: '',
			amount: money( 4410 ),
		},
	],
	cycles: null,
	next_on: '2027-02-10',
	planned: null,
	version: 4,
} as unknown as Subscription;

describe( 'A change of a subscription', () => {
	it( 'is what the server takes, and keeps what is not typed', () => {
		const draft = draftOf( subscription );
		expect( typedChange.safeParse( draft ).success ).toBe( true );
		const sent = changeInput.parse( changeOf( draft ) );
		expect( sent ).toMatchObject( {
			when: 'now',
			version: 4,
			items: [
				{ plan_id: 5, unit_price: 4900, discount: { type: 'percent', percent: '10' }, tax: { rate: '23' } },
			],
		} );
	} );

	it( 'begins with what is planned only where that counts for the very next period', () => {
		const planned = {
			on: '2027-03-10',
			interval: { unit: 'month', count: 1 },
			items: [ { ...subscription.items[ 0 ], unit_price: money( 5900 ) } ],
		} as unknown as NonNullable< Subscription[ 'planned' ] >;
		const price = ( nextOn: string ) =>
			draftOf( { ...subscription, planned, next_on: nextOn } ).items[ 0 ]?.unit_price;
		expect( [ price( '2027-03-10' ), price( '2027-02-10' ) ] ).toEqual( [ 5900, 4900 ] );
	} );

	it( 'says at its field what is missing', () => {
		const draft = draftOf( subscription );
		const read = typedChange.safeParse( { ...draft, items: [ { ...draft.items[ 0 ], unit_price: null } ] } );
		expect( read.error?.issues.map( ( { path } ) => path.join( '/' ) ) ).toEqual( [ 'items/0/unit_price' ] );
	} );

	it( 'starts from what is planned where something is', () => {
		const [ item ] = subscription.items;
		const planned = {
			on: '2027-01-01',
			interval: { unit: 'year' as const, count: 1 },
			rhythm: 'every year',
			items: [ { ...( item as Subscription[ 'items' ][ number ] ), unit_price: money( 50000 ) } ],
			amount: money( 50000 ),
		};
		expect( draftOf( { ...subscription, planned } ) ).toMatchObject( {
			when: 'next',
			interval: { unit: 'year' },
			items: [ { unit_price: 50000 } ],
		} );
	} );
} );

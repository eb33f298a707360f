import type { Plan, Product } from '../../../contract/products';
import { plusDays, today } from '../../../shared/dates';
import { type Draft, fits, inputOf, isPast, newDraft, newItem, typedSubscription, withPlan } from './draft';

const product = { name: 'Care' } as Product;
const plan = ( changes: Partial< Plan > = {} ) =>
	( {
		id: 7,
		name: 'Business',
		price: { amount: 11900, currency: 'EUR' },
		interval: { unit: 'month', count: 3 },
		trial_days: 14,
		setup_fee: { amount: 5000, currency: 'EUR' },
		cycles: 12,
		...changes,
	} ) as Plan;
const started = ( changes: Partial< Draft > = {} ): Draft => {
	const empty = newDraft( 3, 'USD', 'exclusive' );
	return { ...empty, ...withPlan( empty, product, plan() ), ...changes };
};
const errorsOf = ( draft: Draft ) =>
	Object.fromEntries(
		( typedSubscription.safeParse( draft ).error?.issues ?? [] ).map( ( { path, message } ) => [
			path.join( '/' ),
			message,
		] )
	);

test( 'the first plan brings its rhythm, its currency and what was agreed; others have to fit', () => {
	const draft = started();
	expect( draft ).toMatchObject( {
		currency: 'EUR',
		interval: { unit: 'month', count: 3 },
		trial_days: 14,
		cycles: 12,
		items: [ { plan_id: 7, description: 'Care: Business', unit_price: 11900, setup_fee: 5000 } ],
	} );
	expect( fits( draft, plan( { id: 8, trial_days: 0 } ) ) ).toBe( true );
	expect( fits( draft, plan( { interval: { unit: 'month', count: 1 } } ) ) ).toBe( false );
	expect( fits( draft, plan( { price: { amount: 1, currency: 'PLN' } } ) ) ).toBe( false );
	expect( withPlan( draft, product, plan( { id: 8 } ) ).items ).toHaveLength( 2 );
	expect( withPlan( draft, product, plan( { id: 8 } ) ) ).not.toHaveProperty( 'trial_days' );
} );

test( 'what is billed first is asked of a start that has passed, its trial counted', () => {
	expect( isPast( started( { starts_on: today(), trial_days: 0 } ) ) ).toBe( false );
	expect( isPast( started( { starts_on: plusDays( today(), -10 ), trial_days: 14 } ) ) ).toBe( false );
	const past = started( { starts_on: plusDays( today(), -10 ), trial_days: 0, first_bill: 'next' } );
	expect( isPast( past ) ).toBe( true );
	expect( inputOf( past ).first_bill ).toBe( 'next' );
	expect( inputOf( { ...past, starts_on: today() } ).first_bill ).toBe( 'start' );
} );

test( 'what can’t be taken is said at its field', () => {
	expect( errorsOf( started() ) ).toEqual( {} );
	expect(
		errorsOf(
			started( {
				client_id: null,
				starts_on: '',
				trial_days: Number.NaN,
				items: [
					{ ...newItem(), description: 'Care', quantity: '1,5', unit_price: null },
					{ ...newItem(), unit_price: 100, quantity: 'two' },
				],
			} )
		)
	).toEqual( {
		client_id: 'Choose a client.',
		starts_on: 'This field is required.',
		trial_days: expect.stringContaining( 'Enter a number' ),
		'items/0/unit_price': expect.stringContaining( 'Enter a positive amount in EUR' ),
		'items/1/quantity': expect.stringContaining( 'greater than zero' ),
		'items/1/description': 'This field is required.',
	} );
} );

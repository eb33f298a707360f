import type { Plan, Product } from '../../../contract/products';
import { linesOfPlan } from './plan-lines';

const product = { name: 'Care' } as Product;
const plan = ( changes: Partial< Plan > ) =>
	( {
		id: 5,
		name: 'Monthly',
		price: { amount: 10000, currency: 'EUR' },
		interval: { unit: 'month', count: 1 },
		setup_fee: { amount: 0, currency: 'EUR' },
		trial_days: 0,
		...changes,
	} ) as Plan;

test( 'a plan is a line, and its set-up fee another one that does not renew', () => {
	expect( linesOfPlan( product, plan( {} ), null ) ).toMatchObject( [
		{ plan_id: 5, isRecurring: true, description: 'Care: Monthly', price: '100.00' },
	] );
	expect( linesOfPlan( product, plan( { setup_fee: { amount: 4950, currency: 'EUR' } } ), null ) ).toMatchObject( [
		{ plan_id: 5, isRecurring: true },
		{ plan_id: null, isRecurring: false, quantity: '1', description: 'Set-up fee: Care: Monthly', price: '49.50' },
	] );
} );

test( 'the trial of a plan is not on an invoice, which its line knows', () => {
	expect( linesOfPlan( product, plan( { trial_days: 14 } ), null )[ 0 ].trialDays ).toBe( 14 );
	expect( linesOfPlan( product, plan( {} ), null )[ 0 ].trialDays ).toBeUndefined();
} );

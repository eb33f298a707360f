import type { Route } from '../routes';

/** @see https://docs.stripe.com/api/accounts/retrieve */
export const account: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/account',
		run: ( { caller, params } ) => {
			params.only();
			return {
				id: caller.account,
				object: 'account',
				business_profile: null,
				business_type: 'company',
				capabilities: { card_payments: 'active', transfers: 'active' },
				charges_enabled: true,
				country: 'US',
				created: 1_700_000_000,
				default_currency: 'usd',
				details_submitted: true,
				email: 'owner@agency.example',
				metadata: {},
				payouts_enabled: true,
				settings: {
					branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
					card_payments: {
						statement_descriptor_prefix: 'COUNTERFOIL',
						statement_descriptor_prefix_kana: null,
						statement_descriptor_prefix_kanji: null,
					},
					dashboard: { display_name: 'Counterfoil test account', timezone: 'Etc/UTC' },
					payments: {
						statement_descriptor: 'COUNTERFOIL TEST',
						statement_descriptor_kana: null,
						statement_descriptor_kanji: null,
					},
					sepa_debit_payments: { creditor_id: 'AT98ZZZ00000000001' },
				},
				type: 'standard',
			};
		},
	},
];

import { CheckboxControl, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type StripeMethods, stripeMethodsInput } from '../../../contract/gateways/stripe';
import { Loaded } from '../../../shared/loaded';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

type Method = StripeMethods[ 'methods' ][ number ];

interface Values {
	off: string[];
	announces_debits: boolean;
}

/** The ways of paying of the agency's account, what each means, and which clients may use. */
export function Methods() {
	return (
		<Loaded read={ useRead( 'gateways.stripe.methods', {} ) }>
			{ ( read ) =>
				read.problem ? (
					<Frame>
						<Notice status="info" isDismissible={ false }>
							{ read.problem }
						</Notice>
					</Frame>
				) : (
					<MethodsForm initial={ read } />
				)
			}
		</Loaded>
	);
}

function Frame( { children }: { readonly children: React.ReactNode } ) {
	return (
		<Section
			title={ __( 'Payment methods', 'counterfoil' ) }
			text={ __(
				'What your Stripe account offers. Clients see the methods that fit the currency of the invoice. To add more, turn them on in the Stripe Dashboard under Settings > Payment methods.',
				'counterfoil'
			) }
		>
			{ children }
		</Section>
	);
}

function MethodsForm( { initial }: { readonly initial: StripeMethods } ) {
	const settings = useSettings( {
		initial,
		schema: stripeMethodsInput,
		valuesOf: ( { methods, announces_debits: announces }: StripeMethods ): Values => ( {
			off: methods.filter( ( one ) => ! one.is_offered ).map( ( { type } ) => type ),
			announces_debits: announces,
		} ),
		command: useCommand( 'gateways.stripe.choose-methods' ),
		request: ( body: Values ) => ( { body } ),
		onSaved: () => toast( __( 'Payment methods saved.', 'counterfoil' ) ),
	} );
	const { form, stored } = settings;
	const { value: off, onChange } = form.field( 'off' );
	const announces = form.field( 'announces_debits' );
	const others = stored.methods.filter( ( one ) => ! one.is_available );
	return (
		<SettingsForm button={ __( 'Save payment methods', 'counterfoil' ) } settings={ settings }>
			<Frame>
				{ stored.methods
					.filter( ( one ) => one.is_available )
					.map( ( one ) => (
						<CheckboxControl
							key={ one.type }
							label={ titleOf( one ) }
							help={ one.means.join( ' ' ) }
							checked={ ! off.includes( one.type ) }
							disabled={ ! one.can_be_turned_off }
							onChange={ ( isOn ) =>
								onChange( isOn ? off.filter( ( type ) => type !== one.type ) : [ ...off, one.type ] )
							}
							__nextHasNoMarginBottom
						/>
					) ) }
				{ stored.methods.some( ( one ) => one.type === 'sepa_debit' && one.is_available ) && (
					<CheckboxControl
						label={ __( 'Email clients before each SEPA debit', 'counterfoil' ) }
						help={ __(
							'SEPA rules require an email with the amount and the mandate reference. Stripe also sends one, unless you use your own creditor ID and turn it off in the Stripe Dashboard under Settings > Emails. Turn this off if your clients get both.',
							'counterfoil'
						) }
						checked={ announces.value }
						onChange={ announces.onChange }
						__nextHasNoMarginBottom
					/>
				) }
				{ others.length > 0 && (
					<details>
						<summary>{ __( 'Not turned on in Stripe', 'counterfoil' ) }</summary>
						<ul>
							{ others.map( ( one ) => (
								<li key={ one.type }>
									<strong>{ titleOf( one ) }</strong> { one.means.join( ' ' ) }
								</li>
							) ) }
						</ul>
					</details>
				) }
			</Frame>
		</SettingsForm>
	);
}

/** "SEPA Direct Debit (EUR)" */
const titleOf = ( { name, currencies }: Method ) =>
	currencies.length > 0 ? `${ name } (${ currencies.join( ', ' ) })` : name;

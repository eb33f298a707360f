import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CancelInput } from '../../contract/subscriptions/cancel';
import { plusDays } from '../../shared/dates';
import type { FormPart } from '../../shared/form/part';
import { TextField } from '../../shared/form/text-field';
import { UnusedField } from './unused-field';

/** How the end of a subscription is chosen: people choose the last day, the contract has the day after it. */
export interface End {
	readonly when: CancelInput[ 'when' ];
	/** The last day; empty until it is chosen. */
	readonly on: string;
	/** Of one that ends now: what becomes of days that were billed already. */
	readonly unused: 'none' | 'credit' | 'refund';
}

export const noEnd: End = { when: 'period_end', on: '', unused: 'none' };

export function endInput( { when, on, unused }: End ): CancelInput {
	switch ( when ) {
		case 'day':
			return { when, on: on === '' ? '' : plusDays( on, 1 ) };
		case 'now':
			return { when, unused };
		default:
			return { when };
	}
}

interface Props {
	/** The subscription. */
	readonly id: number;
	readonly form: Pick< FormPart< End >, 'values' | 'set' | 'field' >;
	/** Said of the end of the period, where its day is known. */
	readonly periodEnd?: string;
}

/** When a subscription ends. */
export function EndFields( { id, form, periodEnd }: Props ) {
	return (
		<>
			<RadioControl
				label={ __( 'When does it end?', 'counterfoil' ) }
				selected={ form.values.when }
				options={ [
					{
						value: 'period_end',
						label: __( 'At the end of the period', 'counterfoil' ),
						description: periodEnd ?? __( 'After the last day that was invoiced.', 'counterfoil' ),
					},
					{
						value: 'day',
						label: __( 'On a date', 'counterfoil' ),
						description: __( 'The days until then are invoiced.', 'counterfoil' ),
					},
					{
						value: 'now',
						label: __( 'Now', 'counterfoil' ),
						description: __( 'From today on nothing is invoiced.', 'counterfoil' ),
					},
				] }
				onChange={ ( when ) => form.set( { when: when as End[ 'when' ] } ) }
			/>
			{ form.values.when === 'day' && (
				<TextField type="date" label={ __( 'Last day', 'counterfoil' ) } { ...form.field( 'on' ) } />
			) }
			{ form.values.when === 'now' && (
				<UnusedField id={ id } value={ form.values.unused } onChange={ ( unused ) => form.set( { unused } ) } />
			) }
		</>
	);
}

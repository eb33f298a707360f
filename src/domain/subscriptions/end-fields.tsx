import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CancelInput } from '../../contract/subscriptions/cancel';
import { plusDays } from '../../shared/dates';
import type { FormPart } from '../../shared/form/part';
import { TextField } from '../../shared/form/text-field';

/** How the end of a subscription is chosen: people choose the last day, the contract has the day after it. */
export interface End {
	readonly when: CancelInput[ 'when' ];
	/** The last day; empty until it is chosen. */
	readonly on: string;
}

export const endInput = ( { when, on }: End ) =>
	( when === 'day' ? { when, on: on === '' ? '' : plusDays( on, 1 ) } : { when } ) as CancelInput;

interface Props {
	readonly form: Pick< FormPart< End >, 'values' | 'set' | 'field' >;
	/** Said of the end of the period, where its day is known. */
	readonly periodEnd?: string;
}

/** When a subscription ends. */
export function EndFields( { form, periodEnd }: Props ) {
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
						description: __(
							'Nothing is refunded automatically. To return money for unused days, issue a credit note for the last invoice.',
							'counterfoil'
						),
					},
				] }
				onChange={ ( when ) => form.set( { when: when as End[ 'when' ] } ) }
			/>
			{ form.values.when === 'day' && (
				<TextField type="date" label={ __( 'Last day', 'counterfoil' ) } { ...form.field( 'on' ) } />
			) }
		</>
	);
}

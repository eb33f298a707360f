import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type Reminders, reminders } from '../../contract/reminders';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { LateFeeSettings } from './late-fees';
import { Steps } from './steps';
import './settings.scss';

/** Whether and when clients are reminded of what they have to pay, and what is asked of those who pay late. */
export default function ReminderSettings() {
	return (
		<>
			<Loaded read={ useRead( 'reminders.get', {} ) }>{ ( read ) => <ReminderForm initial={ read } /> }</Loaded>
			<LateFeeSettings />
		</>
	);
}

function ReminderForm( { initial }: { readonly initial: Reminders } ) {
	const settings = useSettings( {
		initial,
		schema: reminders,
		valuesOf: ( stored ) => stored,
		command: useCommand( 'reminders.update' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'Reminder settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save reminder settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Payment reminders', 'counterfoil' ) }
				text={ __(
					'We email clients about unpaid invoices, with all of a client’s invoices in one email. No reminder is sent while a payment is processing.',
					'counterfoil'
				) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Send payment reminders', 'counterfoil' ) }
					help={ __(
						'Reminders are emailed after 8 a.m. in your business’s time zone. You can turn them off for individual clients.',
						'counterfoil'
					) }
					checked={ form.values.is_on }
					onChange={ ( isOn ) => form.set( { is_on: isOn } ) }
				/>
				<Steps { ...form.field( 'days' ) } errorOf={ ( index ) => form.errorOf( 'days', index ) } />
			</Section>
		</SettingsForm>
	);
}

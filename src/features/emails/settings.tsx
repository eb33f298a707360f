import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type EmailSettings, emailSettings, type StoredEmailSettings } from '../../contract/emails';
import { boot } from '../../shared/boot';
import { Loaded } from '../../shared/loaded';
import { TextArea } from '../../shared/form/text-area';
import { TextField } from '../../shared/form/text-field';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { EmailLog } from './log';
import { Message } from './message';
import { Unsent } from './unsent';
import './settings.scss';

/** How mails look, what they say, and what became of them. */
export default function EmailsSettings() {
	return (
		<>
			<Unsent />
			<Loaded read={ useRead( 'emails.get', {} ) }>{ ( read ) => <EmailsForm initial={ read } /> }</Loaded>
			<EmailLog />
		</>
	);
}

/** What is sent back of what is stored. */
const valuesOf = ( { messages, ...look }: StoredEmailSettings ): EmailSettings => ( {
	...look,
	messages: messages.map( ( { message, is_on: isOn, texts } ) => ( { message, is_on: isOn, texts } ) ),
} );

function EmailsForm( { initial }: { readonly initial: StoredEmailSettings } ) {
	const settings = useSettings( {
		initial,
		schema: emailSettings,
		valuesOf,
		command: useCommand( 'emails.update' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'Email settings saved.', 'counterfoil' ) ),
	} );
	const { form, stored } = settings;
	const { is_branded, footer, reply_to } = form.values;
	const look = { is_branded, footer, reply_to };
	return (
		<SettingsForm button={ __( 'Save email settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Appearance', 'counterfoil' ) }
				text={ __( 'Applies to every email to your clients.', 'counterfoil' ) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Use your logo and brand color', 'counterfoil' ) }
					checked={ form.values.is_branded }
					onChange={ ( isBranded ) => form.set( { is_branded: isBranded } ) }
				/>
				<TextField
					label={ __( 'Replies go to (optional)', 'counterfoil' ) }
					help={ __( 'Leave empty to use the email address in your business profile.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					{ ...form.field( 'reply_to' ) }
				/>
				<TextArea
					label={ __( 'Footer (optional)', 'counterfoil' ) }
					rows={ 3 }
					maxLength={ 1000 }
					{ ...form.field( 'footer' ) }
				/>
			</Section>
			<Section
				title={ __( 'Copies', 'counterfoil' ) }
				text={ __( 'For your own bookkeeping. Clients don’t see this address.', 'counterfoil' ) }
			>
				<TextField
					label={ __( 'Finance inbox (optional)', 'counterfoil' ) }
					help={ __( 'Gets a copy of every invoice, credit note, receipt and refund email.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					{ ...form.field( 'finance_email' ) }
				/>
			</Section>
			<Section
				title={ __( 'Emails', 'counterfoil' ) }
				text={ __( 'Write your own subject and text for each email, in each language.', 'counterfoil' ) }
			>
				<ul className="counterfoil-emails">
					{ stored.messages.map( ( message, index ) => (
						<Message
							key={ message.message }
							kind={ message }
							typed={ form.item( 'messages', index ) }
							look={ look }
							locale={ boot().locale.replace( '-', '_' ) }
						/>
					) ) }
				</ul>
			</Section>
		</SettingsForm>
	);
}

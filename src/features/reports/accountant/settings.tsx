import { Button, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type AccountantSettings, accountantSettings } from '../../../contract/accountant-exports';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { Loaded } from '../../../shared/loaded';
import { Problem } from '../../../shared/problem';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** Whether each month goes to the accountant by itself. */
export function MonthlySettings() {
	const read = useRead( 'accountant-exports.settings', {} );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-accountant-monthly">
			<h2 id="counterfoil-accountant-monthly">{ __( 'Every month', 'counterfoil' ) }</h2>
			<Loaded read={ read }>{ ( initial ) => <MonthlyForm initial={ initial } /> }</Loaded>
		</section>
	);
}

function MonthlyForm( { initial }: { readonly initial: AccountantSettings } ) {
	const form = useForm( {
		schema: accountantSettings,
		initial,
		command: useCommand( 'accountant-exports.update-settings' ),
		request: ( body: AccountantSettings ) => ( { body } ),
		onDone: ( saved ) => {
			form.reset( saved );
			toast( __( 'Accountant settings saved.', 'counterfoil' ) );
		},
	} );
	return (
		<form
			className="counterfoil-form counterfoil-accountant__settings"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void form.submit();
			} }
		>
			<Problem error={ form.error } />
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Email last month’s documents on the first of each month', 'counterfoil' ) }
				help={ __(
					'Up to 10 MB, the ZIP file is attached. Larger files can be downloaded here after logging in.',
					'counterfoil'
				) }
				checked={ form.values.is_on }
				onChange={ ( isOn ) => form.set( { is_on: isOn } ) }
			/>
			{ form.values.is_on && (
				<TextField
					type="email"
					label={ __( 'Accountant’s email', 'counterfoil' ) }
					{ ...form.field( 'email' ) }
				/>
			) }
			<div>
				<Button
					type="submit"
					variant="secondary"
					isBusy={ form.isBusy }
					disabled={ form.isBusy }
					accessibleWhenDisabled
					__next40pxDefaultSize
				>
					{ __( 'Save', 'counterfoil' ) }
				</Button>
			</div>
		</form>
	);
}

import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { FormFrame } from '../form/form-frame';
import type { Sending } from '../form/use-form';
import { Problem } from '../problem';

interface Props {
	/** Verb and thing: "Save payments". */
	readonly button: string;
	readonly settings: { readonly form: Sending; readonly undo: () => void };
	readonly children: ReactNode;
}

/** A page of settings; what saves it stays in sight. */
export function SettingsForm( { button, settings: { form, undo }, children }: Props ) {
	const { isChanged, isBusy, error } = form;
	return (
		<FormFrame form={ form } className="counterfoil-settings">
			{ children }
			<div className="counterfoil-settings__save">
				<Problem error={ error } />
				<div className="counterfoil-form__actions">
					<Button
						type="submit"
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy || ! isChanged }
						accessibleWhenDisabled
						__next40pxDefaultSize
					>
						{ button }
					</Button>
					{ isChanged && (
						<Button variant="tertiary" onClick={ undo } disabled={ isBusy } __next40pxDefaultSize>
							{ __( 'Discard changes', 'counterfoil' ) }
						</Button>
					) }
					<span className="counterfoil-settings__state" role="status">
						{ isChanged ? __( 'Unsaved changes', 'counterfoil' ) : '' }
					</span>
				</div>
			</div>
		</FormFrame>
	);
}

import { __ } from '@wordpress/i18n';
import { type Website, websiteInput } from '../../contract/websites';
import { type Form, useForm } from '../../shared/form';
import { FormDialog } from '../../shared/form-dialog';
import { useCommand } from '../../shared/store';
import { TextField } from '../../shared/text-field';
import { toast } from '../../shared/toasts';
import { useSubmit } from '../../shared/use-submit';
import { WebAddressField } from '../../shared/web-address-field';

export function AddWebsite( { clientId, onClose }: { readonly clientId: number; readonly onClose: () => void } ) {
	const form = useForm( websiteInput, { name: '', url: '' }, false );
	const command = useCommand( 'websites.create' );
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { params: { id: clientId }, body: form.values } ),
		() => {
			toast( __( 'Website added.', 'counterfoil' ) );
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'Add website', 'counterfoil' ) }
			button={ __( 'Add website', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<WebsiteFields form={ form } />
		</FormDialog>
	);
}

export function EditWebsite( { website, onClose }: { readonly website: Website; readonly onClose: () => void } ) {
	const form = useForm( websiteInput, { name: website.name, url: website.url }, false );
	const command = useCommand( 'websites.update' );
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { params: { id: website.id }, body: form.values } ),
		() => {
			toast( __( 'Website saved.', 'counterfoil' ) );
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'Edit website', 'counterfoil' ) }
			button={ __( 'Save website', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<WebsiteFields form={ form } />
		</FormDialog>
	);
}

function WebsiteFields( { form }: { readonly form: Form< { name: string; url: string } > } ) {
	return (
		<>
			<TextField
				label={ __( 'Name', 'counterfoil' ) }
				autoComplete="off"
				value={ form.values.name }
				error={ form.errorOf( 'name' ) }
				onChange={ ( name ) => form.set( { name } ) }
			/>
			<WebAddressField
				label={ __( 'Address', 'counterfoil' ) }
				value={ form.values.url }
				error={ form.errorOf( 'url' ) }
				onChange={ ( url ) => form.set( { url } ) }
			/>
		</>
	);
}

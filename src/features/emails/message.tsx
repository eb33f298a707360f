import { Button, ToggleControl } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { EmailMessage, EmailSettings } from '../../contract/emails';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextArea } from '../../shared/form/text-area';
import { TextField } from '../../shared/form/text-field';
import { languages } from '../../shared/names';
import { textIn, withText } from './texts';
import { Trial } from './trial';

type Typed = EmailSettings[ 'messages' ][ number ];

interface Props {
	readonly kind: EmailMessage;
	readonly typed: FormPart< Typed >;
	readonly look: Pick< EmailSettings, 'is_branded' | 'footer' | 'reply_to' >;
	/** The language its text is shown in first. */
	readonly locale: string;
}

/** One kind of mail: on or off, and its words. */
export function Message( { kind, typed, look, locale }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const id = useId();
	const isOwn = typed.values.texts.some( ( { subject, body } ) => subject !== '' || body !== '' );
	return (
		<li className="counterfoil-emails__message">
			<div className="counterfoil-emails__head">
				<div>
					<h3>{ kind.label }</h3>
					<p>{ kind.when }</p>
				</div>
				{ kind.is_optional && (
					<ToggleControl
						__nextHasNoMarginBottom
						label={
							<>
								{ __( 'Send', 'counterfoil' ) }
								<span className="screen-reader-text">{ kind.label }</span>
							</>
						}
						checked={ typed.values.is_on }
						onChange={ ( isOn ) => typed.set( { is_on: isOn } ) }
					/>
				) }
				<Button
					variant="secondary"
					aria-expanded={ isOpen }
					aria-controls={ id }
					onClick={ () => setOpen( ! isOpen ) }
					__next40pxDefaultSize
				>
					{ isOwn ? __( 'Edit your text', 'counterfoil' ) : __( 'Write your own text', 'counterfoil' ) }
					<span className="screen-reader-text">{ kind.label }</span>
				</Button>
			</div>
			{ isOpen && (
				<div id={ id } className="counterfoil-emails__words">
					<Words kind={ kind } typed={ typed } look={ look } locale={ locale } />
				</div>
			) }
		</li>
	);
}

function Words( { kind, typed, look, locale: first }: Props ) {
	const [ locale, setLocale ] = useState( () => {
		const codes = languages().map( ( { code } ) => code );
		return codes.includes( first ) ? first : ( codes[ 0 ] ?? 'en_US' );
	} );
	const { texts } = typed.values;
	const text = textIn( texts, locale );
	const index = texts.findIndex( ( one ) => one.locale === locale );
	const put = ( changes: Partial< typeof text > ) =>
		typed.set( { texts: withText( texts, { ...text, ...changes } ) } );
	return (
		<>
			<SelectField
				label={ __( 'Language', 'counterfoil' ) }
				value={ locale }
				options={ languages( locale ) }
				onChange={ setLocale }
			/>
			<TextField
				label={ __( 'Subject', 'counterfoil' ) }
				help={ __( 'Leave empty to use the standard subject.', 'counterfoil' ) }
				maxLength={ 150 }
				autoComplete="off"
				value={ text.subject }
				error={ typed.errorOf( 'texts', index, 'subject' ) }
				onChange={ ( subject ) => put( { subject } ) }
			/>
			<TextArea
				label={ __( 'Text', 'counterfoil' ) }
				help={ __(
					'Leave empty to use the standard text. The details, the button and the attachments stay.',
					'counterfoil'
				) }
				rows={ 8 }
				maxLength={ 5000 }
				value={ text.body }
				error={ typed.errorOf( 'texts', index, 'body' ) }
				onChange={ ( body ) => put( { body } ) }
			/>
			<div className="counterfoil-emails__placeholders">
				<p>{ __( 'You can use these placeholders:', 'counterfoil' ) }</p>
				<ul>
					{ kind.placeholders.map( ( { name, sample } ) => (
						<li key={ name }>
							<code>{ `{${ name }}` }</code>{ ' ' }
							{
								/* translators: %s: a sample of what a placeholder stands for */
								sprintf( __( 'for example “%s”', 'counterfoil' ), sample )
							}
						</li>
					) ) }
				</ul>
			</div>
			<Trial trial={ { ...look, message: kind.message, ...text } } />
		</>
	);
}

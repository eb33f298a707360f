/** Puts the cursor into a line's field once the line is on screen; into nothing when there is no line. */
export function focusLine( key: string | undefined, field = 'description' ): void {
	requestAnimationFrame( () => {
		const input = document.querySelector< HTMLInputElement >(
			key ? `[data-line="${ key }"] [data-field="${ field }"]` : '.counterfoil-lines__add button'
		);
		input?.focus();
		if ( field === 'quantity' ) {
			input?.select();
		}
	} );
}

/** The first field with an error, once its error is on screen. */
export function focusFirstError(): void {
	requestAnimationFrame( () => {
		const field = document.querySelector< HTMLElement >(
			'.counterfoil-editor :is(.has-error :is(input, select, textarea), [aria-invalid="true"])'
		);
		field?.focus( { preventScroll: true } );
		( field ?? document.querySelector( '.counterfoil-problem' ) )?.scrollIntoView( { block: 'nearest' } );
	} );
}

/** What a gateway calls about, what it takes, and what is offered. */
const integration = ( name, file, search, replace, filter ) => ( {
	name,
	file: `includes/${ file }`,
	search,
	replace,
	suite: 'integration',
	filter,
} );

export default [
	integration(
		'an event of the other mode is believed',
		'Gateways/Stripe/ReadWebhook.php',
		"($event['livemode'] ?? null) !== ($keys->mode === 'live') => 'other mode',",
		'',
		'WebhookTest'
	),
	integration(
		'an event of another account is believed',
		'Gateways/Stripe/ReadWebhook.php',
		"is_string($account) && $account !== '' && $account !== $keys->account => 'other account',",
		'',
		'WebhookTest'
	),
	integration(
		'what a call hints at waits for the worker',
		'Payments/ReceiveWebhook.php',
		'$this->worker->run_one(self::JOB, $row);',
		'',
		'WebhookTest'
	),
	integration(
		'the name in the address is compared with regard to case',
		'Payments/Rest/WebhooksController.php',
		"strtolower((string) ($request->get_url_params()['gateway'] ?? ''))",
		"(string) ($request->get_url_params()['gateway'] ?? '')",
		'SecondGatewayTest'
	),
	integration(
		'refunds that a call hints at are not read',
		'Payments/ProcessGatewayEvents.php',
		'$this->read_refunds->handle($found);',
		'',
		'WebhookTest'
	),
	integration(
		'a dispute goes back to what it was',
		'Payments/DisputeState.php',
		'return $next->rank() > $this->rank();',
		'return true;',
		'DisputeTest'
	),
	integration(
		'the agency is not told of a dispute',
		'Payments/RecordDispute.php',
		"if ($business->email === '') {",
		'if (true) {',
		'DisputeTest'
	),
	integration(
		'amounts below the least one are offered',
		'Payments/AmountLimits.php',
		'if ($money->amount < $this->minimum) {',
		'if (false) {',
		'StripeLimitsTest'
	),
	integration(
		'the largest amount is refused',
		'Payments/AmountLimits.php',
		'if ($money->amount > $this->maximum) {',
		'if ($money->amount >= $this->maximum) {',
		'StripeLimitsTest'
	),
	integration(
		'rupiah have eight digits',
		'Gateways/Stripe/StripeAmounts.php',
		"['IDR' => 12]",
		'[]',
		'StripeLimitsTest'
	),
	integration(
		'thousandths are offered',
		'Gateways/Stripe/StripeAmounts.php',
		'$currency->decimals === 3 ? 10 : 1',
		'1',
		'StripeLimitsTest'
	),
	integration(
		'the pay page shows a form for what would be refused',
		'Payments/Portal/DrawPay.php',
		"            $refusal !== null => 'closed',\n",
		'',
		'PortalScreensTest'
	),
];

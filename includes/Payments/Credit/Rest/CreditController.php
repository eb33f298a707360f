<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit\Rest;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Credit\CreditSettings;
use Counterfoil\Payments\Credit\CreditStatement;
use Counterfoil\Payments\Credit\RecordPrepayment;
use Counterfoil\Payments\Credit\RefundCredit;
use Counterfoil\Payments\Credit\UseCredit;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;

final readonly class CreditController
{
    /** @param Closure(Invoice): array<string, mixed> $invoice the contract's `invoice` */
    public function __construct(
        private ClientRepository $clients,
        private InvoiceRepository $invoices,
        private CreditStatement $statement,
        private UseCredit $use,
        private RefundCredit $refund,
        private RecordPrepayment $prepay,
        private CreditSettings $settings,
        private Closure $invoice,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->statement->of($this->clients->get($request->id(), $request->viewer)->id);
    }

    /** @return array<string, mixed> */
    public function use(Request $request): array
    {
        $invoice = $this->use->handle($request->id(), Money::from_wire($request->body['amount']), $request->viewer, self::key('use', $request));

        return ($this->invoice)($this->invoices->get($invoice->id, $request->viewer));
    }

    /** @return array<string, mixed> */
    public function refund(Request $request): array
    {
        $client = $this->clients->get($request->id(), $request->viewer);
        $this->refund->handle($client->id, Money::from_wire($request->body['amount']), Input::line($request->body['reason']), $request->viewer, self::key('refund-credit', $request));

        return $this->statement->of($client->id);
    }

    /** @return array<string, mixed> */
    public function prepay(Request $request): array
    {
        $body = $request->body;
        $this->prepay->handle($request->id(), Money::from_wire($body['amount']), OfflineMethod::from($body['method']), $body['paid_on'], Input::line($body['reference']), $request->viewer, self::key('prepay', $request), $body['send_receipt'] ?? false);

        return $this->statement->of($request->id());
    }

    /** @return array{use_automatically: bool} */
    public function settings(): array
    {
        return ['use_automatically' => $this->settings->uses_automatically()];
    }

    /** @return array{use_automatically: bool} */
    public function update_settings(Request $request): array
    {
        $this->settings->save($request->body['use_automatically'], $request->viewer->actor);

        return $this->settings();
    }

    /** The rows carry the request's own key: a request that was killed half-way and is sent again goes on where it was. */
    private static function key(string $kind, Request $request): string
    {
        return $request->idempotency_key === ''
            ? bin2hex(random_bytes(16))
            : substr(hash('sha256', implode(':', [$kind, $request->id(), get_current_user_id(), $request->idempotency_key])), 0, 40);
    }
}

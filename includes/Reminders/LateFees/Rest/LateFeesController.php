<?php

declare(strict_types=1);

namespace Counterfoil\Reminders\LateFees\Rest;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Reminders\LateFees\AddLateFee;
use Counterfoil\Reminders\LateFees\ChangeLateFees;
use Counterfoil\Reminders\LateFees\LateFee;
use Counterfoil\Reminders\LateFees\LateFeeKind;
use Counterfoil\Reminders\LateFees\LateFeeRepository;
use Counterfoil\Reminders\LateFees\LateFeesOfInvoice;
use Counterfoil\Reminders\LateFees\LateFeeTerms;
use Counterfoil\Reminders\LateFees\LateFeeTermsRepository;
use Counterfoil\Reminders\LateFees\UpdateLateFees;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;

final readonly class LateFeesController
{
    public function __construct(
        private LateFeeTermsRepository $terms,
        private UpdateLateFees $update,
        private LateFeeRepository $fees,
        private ChangeLateFees $change,
        private ClientRepository $clients,
        private InvoiceRepository $invoices,
        private LateFeesOfInvoice $late_fees,
        private AddLateFee $add,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        return LateFeeTermsRepository::to_row($this->terms->get());
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $body = $request->body;
        $amounts = array_values(array_map(Money::from_wire(...), $body['amounts']));
        $this->update->handle(new LateFeeTerms($body['is_on'], LateFeeKind::from($body['kind']), $body['percent'], $amounts, $body['grace_days'], $body['in_reminders']), $request->viewer->actor);

        return $this->get();
    }

    /** @return array<string, mixed> */
    public function of_client(Request $request): array
    {
        $client = $this->clients->get($request->id(), $request->viewer);

        return ['is_on' => ! $this->fees->is_excepted($client->id)];
    }

    /** @return array<string, mixed> */
    public function change(Request $request): array
    {
        $this->change->handle($request->id(), $request->body['is_on'], $request->viewer);

        return $this->of_client($request);
    }

    /** @return array<string, mixed> */
    public function of_invoice(Request $request): array
    {
        $invoice = $this->invoices->get($request->id(), $request->viewer);
        $fee = $this->late_fees->proposed($invoice);

        return ['proposed' => $fee === null ? null : self::proposed($fee, $this->late_fees->draft_for($invoice)), 'added' => $this->added($invoice)];
    }

    /** @return array<string, mixed> */
    public function add(Request $request): array
    {
        return ['draft_id' => $this->add->handle($request->id(), Money::from_wire($request->body['amount']), $request->body['draft_id'], $request->viewer)];
    }

    /** @return array<string, mixed> */
    private static function proposed(LateFee $fee, ?Invoice $draft): array
    {
        return [
            'amount' => $fee->total()->to_wire(),
            'base' => $fee->base->to_wire(),
            'percent' => $fee->percent === '' ? null : $fee->percent,
            'months' => $fee->to === null ? null : count($fee->periods),
            'from' => $fee->from,
            'to' => $fee->to,
            'draft' => $draft === null ? null : ['id' => $draft->id, 'total' => $draft->total()->to_wire()],
        ];
    }

    /** @return list<array<string, mixed>> one for each draft or invoice that bears some */
    private function added(Invoice $invoice): array
    {
        $added = [];
        foreach ($this->late_fees->billed($invoice) as ['amount' => $amount, 'invoice' => $bearer]) {
            $sum = new Money($amount + ($added[$bearer->id]['amount']['amount'] ?? 0), $bearer->currency);
            $added[$bearer->id] = ['invoice_id' => $bearer->id, 'number' => $bearer->number, 'amount' => $sum->to_wire()];
        }

        return array_values($added);
    }
}

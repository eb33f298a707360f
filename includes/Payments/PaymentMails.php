<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Recipients;
use Counterfoil\Emails\Outbox;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Tells the client that money came or went back; once for each payment, refund and reader. */
final readonly class PaymentMails
{
    /**
     * @param Closure(): Outbox $outbox
     * @param Closure(): Recipients $recipients
     */
    public function __construct(private Closure $outbox, private Closure $recipients, private ClientRepository $clients)
    {
    }

    public function receipt(Payment $payment, Invoice $invoice): void
    {
        if (! $payment->send_receipt || $payment->received->is_zero()) {
            return;
        }
        $this->send('receipt', "receipt:payment:{$payment->id}", $invoice, $payment->received, $payment);
    }

    public function refund(Refund $refund, Payment $payment, Invoice $invoice): void
    {
        $this->send('refund', "refund:{$refund->id}", $invoice, $refund->amount, $payment, ['why' => $refund->reason]);
    }

    /** @param array<string, string> $more */
    private function send(string $message, string $reason, Invoice $invoice, Money $amount, Payment $payment, array $more = []): void
    {
        $client = $this->clients->find($invoice->client_id, Viewer::system());
        if ($client === null) {
            return;
        }
        foreach (($this->recipients)()->billing($client) as $recipient) {
            ($this->outbox)()->leave(new Mail(
                $message,
                "{$reason}:{$recipient['email']}",
                $recipient['email'],
                $recipient['name'],
                $recipient['locale'],
                $client->id,
                $invoice->portal_id,
                $invoice->id,
                [
                    'amount' => $amount->amount,
                    'currency' => $amount->currency->code,
                    'method' => self::method($payment, $recipient['locale']),
                    'balance' => $invoice->due()->amount,
                ] + $more
            ));
        }
    }

    private static function method(Payment $payment, string $locale): string
    {
        return Languages::in($locale, static fn (): string => PaymentResource::method($payment));
    }
}

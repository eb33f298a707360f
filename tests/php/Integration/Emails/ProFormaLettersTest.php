<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;

/** Letters about a pro-forma call it by its name. */
final class ProFormaLettersTest extends LetterTestCase
{
    /** What is promised for later. */
    private const PROMISE = 'We’ll email you the invoice once it is paid in full.';

    public function test_no_letter_about_money_for_a_pro_forma_calls_it_an_invoice(): void
    {
        $client = $this->with_access($this->client('Acme GmbH', 'books@client.test'), 'jane@client.test');
        $pro_forma = $this->issued($client, kind: DocumentKind::ProForma);

        foreach (['receipt', 'credit_used', 'payment_failed', 'refund', 'refund_failed', 'refund_problem', 'unusual_payment', 'dispute', 'reminder'] as $message) {
            foreach (['jane@client.test', 'books@client.test'] as $recipient) {
                $said = str_replace(self::PROMISE, '', self::said($this->letter($message, $pro_forma, $recipient)));
                self::assertMatchesRegularExpression('/pro forma invoice/i', $said, $message);
                self::assertDoesNotMatchRegularExpression('/(?<!pro forma )invoice/i', $said, $message);
            }
        }
    }

    public function test_they_say_what_came_and_what_is_attached(): void
    {
        $client = $this->with_access($this->client('Acme GmbH', 'books@client.test'), 'jane@client.test');
        $pro_forma = $this->issued($client, kind: DocumentKind::ProForma);
        $payment = $this->plugin->module(PaymentsModule::class)->record_offline()->handle($pro_forma->id, Money::of(5000, 'EUR'), OfflineMethod::BankTransfer, gmdate('Y-m-d'), '', true, Actor::system(), 'part');

        $receipt = $this->letter('receipt', $pro_forma, 'jane@client.test', ['payment_id' => $payment->id, 'balance' => 112_691]);
        self::assertSame('Your receipt and the pro forma invoice are attached as PDFs. The remaining amount due is shown above.', $receipt->small_print[0]);
        self::assertSame('View pro forma invoice', $this->letter('refund', $pro_forma, 'jane@client.test')->button?->label);
        self::assertSame("Refund for pro forma invoice {$pro_forma->number} from Studio Nord", $this->letter('refund', $pro_forma, 'jane@client.test')->subject);
        self::assertSame("Your payment for pro forma invoice {$pro_forma->number} didn’t go through", $this->letter('payment_failed', $pro_forma, 'jane@client.test')->subject);
        self::assertSame(
            'This payment was received after the pro forma invoice was withdrawn. It was added to the client’s credit balance.',
            $this->letter('unusual_payment', $pro_forma, 'jane@client.test', ['flag' => 'pro_forma_withdrawn'])->paragraphs[0]
        );
    }

    /** @param array<string, int|string> $data */
    private function letter(string $message, Invoice $pro_forma, string $recipient, array $data = []): Letter
    {
        $data += ['amount' => 100, 'state' => 'opened', 'flag' => 'was_cancelled', 'received' => 100, 'gateway' => 'The bank', 'respond_by' => '2026-12-10', 'currency' => 'EUR', 'balance' => 100, 'method' => '', 'failure' => 'No.', 'client' => 'Acme GmbH', 'invoices' => (string) $pro_forma->id];
        $mail = new QueuedMail(1, $message, $recipient, 'Jane', '', $pro_forma->client_id, $this->portal->id, $pro_forma->id, $data, $this->plugin->clock()->now(), '');
        $letterhead = new Letterhead($this->plugin->module(BusinessModule::class)->business(), $this->portal, null, 'en_US');

        return $this->plugin->module(EmailsModule::class)->registry()->writer($message)->write($mail, $letterhead) ?? self::fail($message);
    }

    private static function said(Letter $letter): string
    {
        return implode("\n", [
            $letter->subject,
            $letter->preheader,
            $letter->heading,
            ...$letter->paragraphs,
            ...array_map(static fn (Fact $fact): string => $fact->label, $letter->facts),
            (string) $letter->button?->label,
            ...$letter->small_print,
        ]);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Letters\PaymentProblemLetter;
use Counterfoil\Payments\Letters\PaymentReturnedLetter;
use Counterfoil\Payments\Letters\PaymentUndoneLetter;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Received\ReceivedModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Money that is taken back after it had come. */
final class ReversalsModule extends Module
{
    public function tables(): array
    {
        return [ReversalsTable::class];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'payment_returned' => static fn (): LetterWriter => new PaymentReturnedLetter($parts()),
            'payment_problem' => static fn (): LetterWriter => new PaymentProblemLetter($parts()),
            'payment_undone' => static fn (): LetterWriter => new PaymentUndoneLetter($parts()),
        ];
    }

    public function sentences(): array
    {
        return [
            'payment.reversed' => static fn (EventWords $words): string => self::taken(ReversalReason::tryFrom($words->text('reason')) ?? ReversalReason::Returned, $words),
            /* translators: %s: amount of money */
            'payment.restored' => static fn (EventWords $words): string => sprintf(__('%s received back after it had been withdrawn', 'counterfoil'), $words->money()),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('payments.undo', function (Request $request): array {
            $payment = $this->undo()->handle($request->id(), Input::line($request->body['reason']), $request->viewer);

            return $this->plugin->module(ReceivedModule::class)->row_resource()->to_wire([$payment])[0];
        });
    }

    public function undo(): UndoPayment
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new UndoPayment($this->plugin->changes(), $payments->payments(), $this->reversals(), $this->reverse(), $this->plugin->module(CreditModule::class)->uses(), $payments->mails(), $payments->allocate());
    }

    private static function taken(ReversalReason $reason, EventWords $words): string
    {
        if ($reason === ReversalReason::Undone && $words->text('detail') !== '') {
            /* translators: 1: amount of money, 2: what staff typed as the reason */
            return sprintf(__('Payment of %1$s undone: %2$s', 'counterfoil'), $words->money(), $words->text('detail'));
        }

        return sprintf(match ($reason) {
            /* translators: %s: amount of money */
            ReversalReason::Returned => __('Payment of %s returned by the client’s bank', 'counterfoil'),
            /* translators: %s: amount of money */
            ReversalReason::Disputed => __('%s withdrawn because of a dispute', 'counterfoil'),
            /* translators: %s: amount of money */
            ReversalReason::Undone => __('Payment of %s undone', 'counterfoil'),
        }, $words->money());
    }

    public function reverse(): ReverseMoney
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ReverseMoney($payments->payments(), $this->plugin->module(RefundsModule::class)->balances(), $this->reversals(), $payments->allocate());
    }

    public function return_debit(): ReturnDebit
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ReturnDebit($this->plugin->changes(), $this->reverse(), $payments->refresh(), $payments->mails(), $this->plugin->module(MethodsModule::class)->follows(...));
    }

    /** For whoever tells of a period. */
    public function in_period(): ReversalsInPeriod
    {
        return new ReversalsInPeriod($this->plugin->database(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function reversals(): ReversalRepository
    {
        return new ReversalRepository($this->plugin->database(), $this->plugin->clock());
    }
}

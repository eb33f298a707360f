<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Takes a kept method out: here at once, at its gateway with the worker. */
final readonly class RemoveMethod
{
    /** @param Closure(): UsesOfMethods $uses */
    public function __construct(private Changes $changes, private KeptMethodRepository $methods, private KeepMethod $keep, private UnderWayQuery $under_way, private Closure $uses)
    {
    }

    /**
     * @param RemovedWhy $why Client, who has to leave one while something is charged by itself, or Staff, who need not
     * @throws DomainError 404; 409 while it is being charged, or when it is the last one and is needed
     */
    public function handle(int $method_id, RemovedWhy $why, Viewer $viewer): void
    {
        $method = $this->methods->get($method_id, $viewer);
        if ($method->is_removed()) {
            return;
        }
        $this->changes->run($viewer->actor, function (Change $change) use ($method, $why): void {
            $this->methods->lock_client($method->client_id);
            $refusal = $this->refusal($method, $why);
            if ($refusal !== null) {
                throw $refusal;
            }
            $this->keep->take_out($change, $method->id, $why);
        });
    }

    /** @return DomainError|null null when it can be removed now */
    public function refusal(KeptMethod $method, RemovedWhy $why): ?DomainError
    {
        if ($this->under_way->is_charged($method->id)) {
            return DomainError::conflict('method_charged', __('A payment with this method is processing. Remove it when the payment is complete.', 'counterfoil'));
        }
        $others = array_filter($this->methods->of_account($method->client_id, $method->gateway, $method->mode, $method->account), static fn (KeptMethod $one): bool => $one->id !== $method->id);
        if ($why === RemovedWhy::Client && $others === [] && ($this->uses)()->needs_one($method->client_id)) {
            return DomainError::conflict('method_needed', __('This payment method is used for your subscriptions. Add another one before you remove it.', 'counterfoil'));
        }

        return null;
    }
}

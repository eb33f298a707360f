<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Says which kept method is charged when nobody names another. */
final readonly class ChooseDefault
{
    public function __construct(private Changes $changes, private KeptMethodRepository $methods, private KeepMethod $keep)
    {
    }

    /** @throws DomainError 404; 409 when it was removed */
    public function handle(int $method_id, Viewer $viewer): void
    {
        $method = $this->methods->get($method_id, $viewer);
        if ($method->is_default) {
            return;
        }
        $this->changes->run($viewer->actor, function (Change $change) use ($method): void {
            $this->methods->lock_client($method->client_id);
            if ($this->methods->get($method->id, Viewer::system())->is_removed()) {
                throw DomainError::conflict('method_gone', FailureReason::MethodGone->words());
            }
            $this->keep->choose($change, $method);
        });
    }
}

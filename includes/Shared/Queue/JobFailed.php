<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

use RuntimeException;

/**
 * What a job throws when it did not work this time and nobody's code is to blame: a mail server that does not answer.
 * It counts as a failed try and is not logged as a mistake of ours.
 */
class JobFailed extends RuntimeException
{
}

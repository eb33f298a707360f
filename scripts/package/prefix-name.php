<?php

declare(strict_types=1);

namespace Counterfoil\Package;

/** Below which the libraries stand in a package. scripts/package/vendor-autoload.php ships and says it again. */
const PREFIX = 'Counterfoil\Vendor';

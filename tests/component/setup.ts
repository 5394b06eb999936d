import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// The model runs for real behind a component: how long it takes is the machine's affair.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

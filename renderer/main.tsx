import { windowBridge } from './bridge/window-bridge.ts';

const bridge = windowBridge();
void bridge.startup();
